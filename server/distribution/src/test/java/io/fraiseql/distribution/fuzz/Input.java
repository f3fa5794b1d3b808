package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.oracle.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of an argument before it is decided what is written in the document and what is a variable. */
sealed interface Input {

    /** The value as a client's JSON has it. */
    Object raw();

    /** A scalar or an enum. */
    record Leaf(Object raw, String type, boolean isEnum) implements Input {}

    /** A list of scalars. */
    record Leaves(List<Object> raw, String element, boolean isEnum) implements Input {}

    /** An input object. */
    record Members(String type, Map<String, Input> members) implements Input {
        @Override
        public Object raw() {
            Map<String, Object> raw = new LinkedHashMap<>();
            members.forEach((name, member) -> raw.put(name, member.raw()));
            return raw;
        }
    }

    /** A list of input objects. */
    record Items(String element, List<Members> items) implements Input {
        @Override
        public Object raw() {
            List<Object> raw = new ArrayList<>();
            items.forEach(item -> raw.add(item.raw()));
            return raw;
        }
    }

    /** The GraphQL name of a scalar. */
    static String typeName(Scalar scalar) {
        return switch (scalar) {
            case INT -> "Int";
            case BIGINT -> "BigInt";
            case FLOAT -> "Float";
            case DECIMAL -> "Decimal";
            case STRING -> "String";
            case BOOLEAN -> "Boolean";
            case UUID -> "UUID";
            case DATE -> "Date";
            case TIME -> "Time";
            case LOCALDATETIME -> "LocalDateTime";
            case DATETIME -> "DateTime";
            case BYTES -> "Bytes";
            case JSON -> "JSON";
            case MOOD -> AuthoredTypes.ENUM;
            case TEXTS -> "StringList";
        };
    }

    /** A stored value as clients write it. */
    static Object client(Scalar scalar, Object value) {
        return switch (scalar) {
            case INT, BOOLEAN -> value;
            case FLOAT -> new BigDecimal(value.toString());
            case TIME, LOCALDATETIME -> seconds(value.toString());
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case JSON, TEXTS -> plain((JsonNode) value);
            default -> value.toString();
        };
    }

    private static Object plain(JsonNode value) {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .convertValue(value, Object.class);
    }

    private static String seconds(String text) {
        boolean minutes = text.matches("(.*T)?\\d\\d:\\d\\d");
        String whole = minutes ? text + ":00" : text;
        return whole.replaceAll("(\\.\\d{6})\\d+", "$1");
    }
}
