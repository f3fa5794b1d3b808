package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The tests of JSON and of lists, as docs/graphql.md words them. */
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** What a client's value is in JSON. */
    public static JsonNode of(Object raw) {
        if (raw instanceof Map<?, ?> members) {
            ObjectNode object = NODES.objectNode();
            members.forEach((name, value) -> object.set((String) name, of(value)));
            return object;
        }
        if (raw instanceof List<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(of(item)));
            return array;
        }
        if (raw == null) {
            return NODES.nullNode();
        }
        if (raw instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (raw instanceof BigInteger || raw instanceof Long || raw instanceof Integer) {
            return NODES.numberNode(((Number) raw).longValue());
        }
        return raw instanceof BigDecimal number ? NODES.numberNode(number.doubleValue()) : NODES.textNode((String) raw);
    }

    static Boolean holds(String operator, Object operand, JsonNode value) {
        return switch (operator) {
            case "eq" -> equal(value, of(operand));
            case "neq" -> !equal(value, of(operand));
            case "contains" -> contains(value, of(operand), true);
            case "containedBy" -> contains(of(operand), value, true);
            case "overlaps" -> overlaps(value, of(operand));
            case "hasKey" -> value.isObject() && value.has((String) operand);
            case "lengthEq" -> length(value, size -> size == number(operand));
            case "lengthGt" -> length(value, size -> size > number(operand));
            case "lengthLt" -> length(value, size -> size < number(operand));
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    /** What is no array has no length, so nothing is known of it. */
    private static Boolean length(JsonNode value, IntPredicate test) {
        return value.isArray() ? test.test(value.size()) : null;
    }

    private static long number(Object operand) {
        return ((Number) operand).longValue();
    }

    private static boolean equal(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.size() != b.size() || a.getNodeType() != b.getNodeType() || a.isValueNode()) {
            return a.equals(b);
        }
        if (a.isArray()) {
            List<JsonNode> left = items(a);
            List<JsonNode> right = items(b);
            for (int i = 0; i < left.size(); i++) {
                if (!equal(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return names(a).stream().allMatch(name -> b.has(name) && equal(a.get(name), b.get(name)));
    }

    private static boolean contains(JsonNode whole, JsonNode part, boolean outermost) {
        if (whole.isObject() && part.isObject()) {
            return names(part).stream()
                    .allMatch(name -> whole.has(name) && contains(whole.get(name), part.get(name), false));
        }
        if (whole.isArray() && part.isArray()) {
            return items(part).stream()
                    .allMatch(wanted -> items(whole).stream().anyMatch(item -> contains(item, wanted, false)));
        }
        if (outermost && whole.isArray() && part.isValueNode()) {
            return items(whole).stream().anyMatch(item -> equal(item, part));
        }
        return whole.isValueNode() && part.isValueNode() && equal(whole, part);
    }

    private static boolean overlaps(JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            return names(a).stream().anyMatch(name -> b.has(name) && equal(a.get(name), b.get(name)));
        }
        if (a.isObject() || b.isObject()) {
            return false;
        }
        return elements(a).stream().anyMatch(left -> elements(b).stream().anyMatch(right -> equal(left, right)));
    }

    private static List<JsonNode> elements(JsonNode value) {
        return value.isArray() ? items(value) : List.of(value);
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return names;
    }
}
