package io.fraiseql.plugin.sqlite.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Compares what {@link JsonReader} reads, by structure and numbers by value; containment as PostgreSQL's {@code @>} has it. */
final class JsonCompare {

    private JsonCompare() {}

    static boolean equal(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return equalLists(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.size() == b.size() && containsMembers(a, b, JsonCompare::equal);
        }
        return left.equals(right);
    }

    /** Whether the left holds the right; an array also holds a scalar that is one of its elements. */
    static boolean contains(Object left, Object right) {
        if (left instanceof List<?> elements && !isContainer(right)) {
            return holds(elements, right, JsonCompare::equal);
        }
        return containsSame(left, right);
    }

    /** Whether two arrays share an element, or two objects a member; a scalar counts as an array of one. */
    static boolean overlaps(Object left, Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.entrySet().stream()
                    .anyMatch(m -> b.containsKey(m.getKey()) && equal(m.getValue(), b.get(m.getKey())));
        }
        List<?> a = elements(left);
        List<?> b = elements(right);
        return a.stream().anyMatch(element -> holds(b, element, JsonCompare::equal));
    }

    /** Whether it is an object with that key. */
    static boolean hasKey(Object value, String key) {
        return value instanceof Map<?, ?> members && members.containsKey(key);
    }

    private static boolean containsSame(Object left, Object right) {
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return b.stream().allMatch(element -> holds(a, element, JsonCompare::containsSame));
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return containsMembers(a, b, JsonCompare::containsSame);
        }
        return equal(left, right);
    }

    private static boolean containsMembers(Map<?, ?> left, Map<?, ?> right, Test test) {
        for (Map.Entry<?, ?> member : right.entrySet()) {
            Object found = left.get(member.getKey());
            if (found == null || !test.holds(found, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<?> elements, Object wanted, Test test) {
        return elements.stream().anyMatch(element -> test.holds(element, wanted));
    }

    private static List<?> elements(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static boolean isContainer(Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>;
    }

    /** A relation between two values. */
    private interface Test {
        boolean holds(Object left, Object right);
    }
}
