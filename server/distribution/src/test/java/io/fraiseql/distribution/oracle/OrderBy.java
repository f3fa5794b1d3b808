package io.fraiseql.distribution.oracle;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of rows, completed by the key. */
final class OrderBy {

    private final World world;

    OrderBy(World world) {
        this.world = world;
    }

    Comparator<Map<String, Object>> of(Object orderBy, Table table) {
        Comparator<Map<String, Object>> order = (a, b) -> 0;
        for (Object term : orderBy == null ? List.of() : Where.listed(orderBy)) {
            order = order.thenComparing((a, b) -> compare((Map<?, ?>) term, table, a, b));
        }
        return world.members(table).isEmpty()
                ? order.thenComparing(byKey(table))
                : order.thenComparing((a, b) -> byKeyAndType(table, a, b));
    }

    private static Comparator<Map<String, Object>> byKey(Table table) {
        Comparator<Map<String, Object>> order = (a, b) -> 0;
        for (String key : table.key()) {
            Table.Column column = table.column(key);
            order = order.thenComparing((a, b) -> compare(column, "ASC", a, b));
        }
        return order;
    }

    /** By the key that all members have and then by type, or by type and then by the key that each has. */
    private int byKeyAndType(Table table, Map<String, Object> a, Map<String, Object> b) {
        Table left = world.typeOf(a, table);
        Table right = world.typeOf(b, table);
        Table first = world.members(table).get(0);
        int byType = left.name().compareTo(right.name());
        if (world.members(table).stream().allMatch(member -> kinds(member).equals(kinds(first)))) {
            int order = byKey(first).compare(a, b);
            return order == 0 ? byType : order;
        }
        return byType == 0 ? byKey(left).compare(a, b) : byType;
    }

    private static Map<String, Scalar> kinds(Table table) {
        Map<String, Scalar> kinds = new LinkedHashMap<>();
        table.key().forEach(key -> kinds.put(key, table.column(key).scalar()));
        return kinds;
    }

    private int compare(Map<?, ?> term, Table table, Map<String, Object> a, Map<String, Object> b) {
        Map.Entry<?, ?> only = term.entrySet().iterator().next();
        Table.Field field = table.fields().get((String) only.getKey());
        if (field instanceof Table.Relation relation) {
            Table target = world.table(relation.target());
            return compare((Map<?, ?>) only.getValue(), target, other(a, relation), other(b, relation));
        }
        return compare((Table.Column) field, (String) only.getValue(), a, b);
    }

    private Map<String, Object> other(Map<String, Object> row, Table.Relation relation) {
        return world.related(row, relation).stream().findFirst().orElse(Map.of());
    }

    private static int compare(Table.Column column, String direction, Map<String, Object> a, Map<String, Object> b) {
        Object left = a.get(column.column());
        Object right = b.get(column.column());
        boolean descending = direction.startsWith("DESC");
        if (left == null || right == null) {
            boolean first = direction.endsWith("NULLS_FIRST") || direction.equals("DESC");
            int nulls = Boolean.compare(left != null, right != null);
            return first ? nulls : -nulls;
        }
        int order = column.scalar().compare(left, right);
        return descending ? -order : order;
    }
}
