package io.fraiseql.core.scalar;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Turns raw JSON values, as {@link io.fraiseql.core.request.GraphQLRequest#variables} holds them, into JSON text. */
public final class JsonTexts {

    private JsonTexts() {}

    /** Compact JSON text; members keep their order. */
    public static String of(@Nullable Object value) {
        Utf8Buffer out = new Utf8Buffer(128);
        write(value, out);
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }

    /** Writes compact JSON text; members keep their order. */
    public static void write(@Nullable Object value, Utf8Buffer out) {
        if (value == null) {
            out.nul();
        } else if (value instanceof String text) {
            out.string(text);
        } else if (value instanceof Boolean flag) {
            out.bool(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            out.number(((Number) value).longValue());
        } else if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Double) {
            out.write(value.toString().getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof List<?> list) {
            writeList(list, out);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map, out);
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " is no JSON value");
        }
    }

    /** JSON text for a message, cut off after so many characters. */
    static String clipped(@Nullable Object value, int characters) {
        String shown =
                value instanceof String text && text.length() > characters ? text.substring(0, characters) : null;
        String text = of(shown == null ? value : shown);
        return text.length() <= characters ? text : text.substring(0, characters) + "…";
    }

    private static void writeList(List<?> list, Utf8Buffer out) {
        out.write((byte) '[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.write((byte) ',');
            }
            first = false;
            write(element, out);
        }
        out.write((byte) ']');
    }

    private static void writeObject(Map<?, ?> map, Utf8Buffer out) {
        out.write((byte) '{');
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!first) {
                out.write((byte) ',');
            }
            first = false;
            out.string((String) member.getKey());
            out.write((byte) ':');
            write(member.getValue(), out);
        }
        out.write((byte) '}');
    }
}
