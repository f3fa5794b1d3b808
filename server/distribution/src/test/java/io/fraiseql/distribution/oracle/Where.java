package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions in the logic of three values: true, false and null for unknown. */
final class Where {

    private final World world;

    Where(World world) {
        this.world = world;
    }

    /** Whether a row is kept. */
    boolean keeps(Object filter, Table table, Map<String, Object> row) {
        return Boolean.TRUE.equals(truth((Map<?, ?>) filter, table, row));
    }

    private Boolean truth(Map<?, ?> filter, Table table, Map<String, Object> row) {
        List<Boolean> parts = new ArrayList<>();
        filter.forEach((name, value) -> parts.add(member((String) name, value, table, row)));
        return and(parts);
    }

    private Boolean member(String name, Object value, Table table, Map<String, Object> row) {
        switch (name) {
            case "_and":
                return and(each(value, table, row));
            case "_or":
                return or(each(value, table, row));
            case "_not":
                Boolean inner = truth((Map<?, ?>) value, table, row);
                return inner == null ? null : !inner;
            default:
                break;
        }
        Table.Field field = table.fields().get(name);
        if (field instanceof Table.Relation relation) {
            return relation.many() ? many(relation, (Map<?, ?>) value, row) : one(relation, value, row);
        }
        Table.Column column = (Table.Column) field;
        List<Boolean> parts = new ArrayList<>();
        ((Map<?, ?>) value)
                .forEach((operator, operand) ->
                        parts.add(operator((String) operator, operand, column.scalar(), row.get(column.column()))));
        return and(parts);
    }

    private List<Boolean> each(Object filters, Table table, Map<String, Object> row) {
        List<Boolean> parts = new ArrayList<>();
        listed(filters).forEach(filter -> parts.add(truth((Map<?, ?>) filter, table, row)));
        return parts;
    }

    private boolean one(Table.Relation relation, Object filter, Map<String, Object> row) {
        Table target = world.table(relation.target());
        return world.related(row, relation).stream().anyMatch(other -> keeps(filter, target, other));
    }

    private Boolean many(Table.Relation relation, Map<?, ?> filter, Map<String, Object> row) {
        Table target = world.table(relation.target());
        List<Map<String, Object>> others = world.related(row, relation);
        List<Boolean> parts = new ArrayList<>();
        filter.forEach((quantifier, inner) -> parts.add(
                switch ((String) quantifier) {
                    case "some" -> others.stream().anyMatch(other -> keeps(inner, target, other));
                    case "none" -> others.stream().noneMatch(other -> keeps(inner, target, other));
                    case "every" -> others.stream().allMatch(other -> keeps(inner, target, other));
                    default -> throw new IllegalArgumentException("no quantifier " + quantifier);
                }));
        return and(parts);
    }

    private static Boolean operator(String operator, Object operand, Scalar scalar, Object value) {
        if (operator.equals("isNull")) {
            return (value == null) == (Boolean) operand;
        }
        if (value == null) {
            return null;
        }
        if (scalar == Scalar.JSON || scalar == Scalar.TEXTS) {
            return Json.holds(operator, operand, (JsonNode) value);
        }
        return switch (operator) {
            case "in" -> listed(operand).stream().anyMatch(item -> compare(scalar, value, item) == 0);
            case "nin" -> listed(operand).stream().noneMatch(item -> compare(scalar, value, item) == 0);
            case "eq" -> compare(scalar, value, operand) == 0;
            case "neq" -> compare(scalar, value, operand) != 0;
            case "gt" -> compare(scalar, value, operand) > 0;
            case "gte" -> compare(scalar, value, operand) >= 0;
            case "lt" -> compare(scalar, value, operand) < 0;
            case "lte" -> compare(scalar, value, operand) <= 0;
            default -> TextPatterns.holds(operator, (String) value, (String) operand);
        };
    }

    private static int compare(Scalar scalar, Object value, Object operand) {
        return scalar.compare(value, scalar.parse(operand));
    }

    static List<?> listed(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static Boolean and(List<Boolean> parts) {
        if (parts.contains(Boolean.FALSE)) {
            return false;
        }
        return parts.contains(null) ? null : Boolean.TRUE;
    }

    private static Boolean or(List<Boolean> parts) {
        if (parts.contains(Boolean.TRUE)) {
            return true;
        }
        return parts.contains(null) ? null : Boolean.FALSE;
    }
}
