package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.value.JsonArray;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Lists and rows of values as JSON text from which {@code json_each} makes the same values again; bytes as hexadecimal text. */
final class JsonList {

    private JsonList() {}

    static String of(ColumnType type, List<?> values) {
        return JsonArray.plain(values, value -> element(type, value));
    }

    /** An array of arrays. A JSON value is a text in it, so that it keeps its form. */
    static String ofRows(List<ColumnType> types, List<?> rows) {
        return JsonArray.plain(rows, row -> row(types, (List<?>) row));
    }

    private static String row(List<ColumnType> types, List<?> values) {
        List<String> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            cells.add(cell(types.get(i), values.get(i)));
        }
        return JsonArray.plain(cells, Object::toString);
    }

    private static String cell(ColumnType type, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return type == ColumnType.JSON ? JsonArray.string((String) value) : element(type, value);
    }

    private static String element(ColumnType type, Object value) {
        return switch (type) {
            case BOOLEAN, FLOAT, FLOAT32, JSON -> value.toString();
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, TIME -> Long.toString(SqliteBinder.whole(type, value));
            case BYTES -> JsonArray.string(HexFormat.of().formatHex((byte[]) value));
            default -> JsonArray.string(SqliteBinder.text(type, value));
        };
    }
}
