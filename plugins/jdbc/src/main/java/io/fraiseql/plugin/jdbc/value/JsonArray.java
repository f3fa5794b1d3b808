package io.fraiseql.plugin.jdbc.value;

import java.util.List;
import java.util.function.Function;

/** A list of values as the text of one JSON array, to be bound as one parameter. */
public final class JsonArray {

    private JsonArray() {}

    /** The elements as they are: numbers, truth values or JSON text. */
    public static String plain(List<?> values, Function<Object, String> element) {
        StringBuilder out = new StringBuilder("[");
        for (Object value : values) {
            separate(out).append(element.apply(value));
        }
        return out.append(']').toString();
    }

    /** A text as a JSON string. */
    public static String string(String text) {
        StringBuilder out = new StringBuilder();
        quote(text, out);
        return out.toString();
    }

    private static StringBuilder separate(StringBuilder out) {
        return out.length() == 1 ? out : out.append(',');
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
