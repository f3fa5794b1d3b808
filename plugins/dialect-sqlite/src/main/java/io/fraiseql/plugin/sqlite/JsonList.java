package io.fraiseql.plugin.sqlite;

import io.fraiseql.spi.database.ColumnType;
import java.util.HexFormat;
import java.util.List;

/** A list of values as one JSON array, from which {@code json_each} makes the same values again; bytes as hexadecimal text. */
final class JsonList {

    private JsonList() {}

    static String of(ColumnType type, List<?> values) {
        StringBuilder out = new StringBuilder("[");
        for (Object value : values) {
            out.append(out.length() == 1 ? "" : ",");
            element(type, value, out);
        }
        return out.append(']').toString();
    }

    private static void element(ColumnType type, Object value, StringBuilder out) {
        switch (type) {
            case BOOLEAN, FLOAT, FLOAT32, JSON -> out.append(value);
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, TIME -> out.append(SqliteBinder.whole(type, value));
            case BYTES -> quote(HexFormat.of().formatHex((byte[]) value), out);
            default -> quote(SqliteBinder.text(type, value), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
