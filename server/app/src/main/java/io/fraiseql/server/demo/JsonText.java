package io.fraiseql.server.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Lists as JSON text, for databases without arrays. */
final class JsonText {

    private JsonText() {}

    /** A list of integers or texts. */
    static String list(List<?> values) {
        return values.stream().map(JsonText::element).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String element(Object element) {
        if (element instanceof Integer) {
            return element.toString();
        }
        return '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
