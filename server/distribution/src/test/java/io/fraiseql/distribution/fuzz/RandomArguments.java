package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.oracle.Scalar;
import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.distribution.oracle.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Draws {@code where} and {@code orderBy}. */
final class RandomArguments {

    private static final List<String> DIRECTIONS =
            List.of("ASC", "DESC", "ASC_NULLS_FIRST", "ASC_NULLS_LAST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST");
    private static final List<String> EQUALITY = List.of("eq", "neq", "in", "nin", "isNull");
    private static final List<String> RANGE = List.of("gt", "gte", "lt", "lte");
    private static final List<String> LISTS =
            List.of("contains", "containedBy", "overlaps", "lengthEq", "lengthGt", "lengthLt", "isNull");
    private static final List<String> JSON = Stream.of(List.of("eq", "neq", "hasKey"), LISTS)
            .flatMap(List::stream)
            .toList();
    private static final Set<Scalar> UNORDERED = Set.of(Scalar.BYTES, Scalar.JSON, Scalar.TEXTS);
    private static final List<String> TEXT = List.of(
            "contains",
            "icontains",
            "startsWith",
            "istartsWith",
            "endsWith",
            "iendsWith",
            "like",
            "ilike",
            "nlike",
            "nilike");

    private final Dice dice;
    private final World world;

    RandomArguments(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
    }

    Input.Members where(Table table, int depth) {
        Map<String, Input> members = new LinkedHashMap<>();
        String type = table.name() + "Where";
        int count = dice.percent(4) ? 0 : dice.between(1, 2);
        for (String name : dice.some(List.copyOf(table.fields().keySet()), count)) {
            Table.Field field = table.fields().get(name);
            if (field instanceof Table.Column column) {
                members.put(name, filter(column, table));
            } else if (depth > 0) {
                members.put(name, related((Table.Relation) field, depth));
            }
        }
        if (depth > 0 && dice.percent(25)) {
            members.put(dice.of(List.of("_and", "_or")), items(table, type, depth));
        }
        if (depth > 0 && dice.percent(15)) {
            members.put("_not", where(table, depth - 1));
        }
        return new Input.Members(type, members);
    }

    private Input.Items items(Table table, String type, int depth) {
        List<Input.Members> items = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            items.add(where(table, depth - 1));
        }
        return new Input.Items(type, items);
    }

    private Input related(Table.Relation relation, int depth) {
        Table target = world.table(relation.target());
        if (!relation.many()) {
            return where(target, depth - 1);
        }
        Map<String, Input> members = new LinkedHashMap<>();
        for (String quantifier : dice.some(List.of("some", "every", "none"), dice.percent(80) ? 1 : 2)) {
            members.put(quantifier, where(target, depth - 1));
        }
        return new Input.Members(relation.target() + "ListWhere", members);
    }

    private Input filter(Table.Column column, Table table) {
        Scalar scalar = column.scalar();
        Map<String, Input> members = new LinkedHashMap<>();
        for (String operator : dice.some(operators(scalar), dice.percent(75) ? 1 : 2)) {
            members.put(operator, operand(operator, column, table));
        }
        return new Input.Members(Input.typeName(scalar) + "Filter", members);
    }

    private static List<String> operators(Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN, BYTES, MOOD -> EQUALITY;
            case STRING ->
                Stream.of(EQUALITY, RANGE, TEXT).flatMap(List::stream).toList();
            case JSON -> JSON;
            case TEXTS -> LISTS;
            default -> Stream.of(EQUALITY, RANGE).flatMap(List::stream).toList();
        };
    }

    private Input operand(String operator, Table.Column column, Table table) {
        String type = Input.typeName(column.scalar());
        return switch (operator) {
            case "isNull" -> new Input.Leaf(dice.percent(50), "Boolean", false);
            case "in", "nin" -> {
                List<Object> values = new ArrayList<>();
                int count = dice.between(0, 3);
                for (int i = 0; i < count; i++) {
                    values.add(value(column, table));
                }
                yield new Input.Leaves(values, type, column.scalar() == Scalar.MOOD);
            }
            case "hasKey" -> new Input.Leaf(dice.of(List.of("a", "b", "é", "")), "String", false);
            case "lengthEq", "lengthGt", "lengthLt" -> new Input.Leaf((long) dice.between(0, 3), "Int", false);
            case "like", "ilike", "nlike", "nilike" -> new Input.Leaf(pattern(), type, false);
            default -> leaf(column, table, type);
        };
    }

    private Input leaf(Table.Column column, Table table, String type) {
        Object value = value(column, table);
        return column.scalar() == Scalar.TEXTS
                ? new Input.Leaves(new ArrayList<>((List<?>) value), "String", false)
                : new Input.Leaf(value, type, column.scalar() == Scalar.MOOD);
    }

    private Object value(Table.Column column, Table table) {
        if (!table.rows().isEmpty() && dice.percent(60)) {
            Object stored = dice.of(table.rows()).get(column.column());
            if (stored != null) {
                return Input.client(column.scalar(), stored);
            }
        }
        return Input.client(column.scalar(), dice.of(Pool.of(column.scalar())));
    }

    private String pattern() {
        StringBuilder pattern = new StringBuilder();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            pattern.append(dice.of(List.of("%", "_", "\\%", "\\_", "\\\\", "a", "b", "B", "é", "😀", "'")));
        }
        return pattern.toString();
    }

    Input.Items orderBy(Table table) {
        List<Input.Members> terms = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            term(table, 2, terms);
        }
        return new Input.Items(table.name() + "OrderBy", terms);
    }

    private void term(Table table, int depth, List<Input.Members> terms) {
        String name = dice.of(List.copyOf(table.fields().keySet()));
        Table.Field field = table.fields().get(name);
        String type = table.name() + "OrderBy";
        if (field instanceof Table.Column column) {
            if (!UNORDERED.contains(column.scalar())) {
                Input.Leaf direction = new Input.Leaf(dice.of(DIRECTIONS), "OrderDirection", true);
                terms.add(new Input.Members(type, Map.of(name, direction)));
            }
        } else if (depth > 0 && !((Table.Relation) field).many()) {
            List<Input.Members> inner = new ArrayList<>();
            term(world.table(((Table.Relation) field).target()), depth - 1, inner);
            inner.forEach(one -> terms.add(new Input.Members(type, Map.of(name, one))));
        }
    }
}
