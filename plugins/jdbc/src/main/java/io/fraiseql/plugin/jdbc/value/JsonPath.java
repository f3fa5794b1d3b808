package io.fraiseql.plugin.jdbc.value;

import java.util.List;

/** JSON paths made of object keys with any character. */
public final class JsonPath {

    private JsonPath() {}

    /** The path as an SQL literal, for databases in whose literals a backslash is a plain character. */
    public static String literal(List<String> keys) {
        StringBuilder path = new StringBuilder("$");
        for (String key : keys) {
            path.append(".\"");
            key.chars().forEach(letter -> escape((char) letter, path));
            path.append('"');
        }
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** A key is compared after its escapes are read, as in JSON text. */
    private static void escape(char letter, StringBuilder out) {
        if (letter == '"' || letter == '\\') {
            out.append('\\').append(letter);
        } else if (letter < ' ') {
            out.append(String.format("\\u%04x", (int) letter));
        } else {
            out.append(letter);
        }
    }
}
