package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.oracle.AggregateQuestion.Key;
import io.fraiseql.distribution.oracle.AggregateQuestion.Term;
import io.fraiseql.distribution.oracle.AggregateQuestion.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Groups rows in memory and computes their aggregates, exactly. */
public final class AggregateOracle {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final World world;

    public AggregateOracle(World world) {
        this.world = world;
    }

    /** The groups of the rows of the question's table. */
    public ArrayNode groups(AggregateQuestion question) {
        List<Map<String, Object>> kept = kept(question, question.table().rows());
        Map<List<String>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        if (question.keys().isEmpty()) {
            groups.put(List.of(), kept);
        }
        for (Map<String, Object> row : question.keys().isEmpty() ? List.<Map<String, Object>>of() : kept) {
            List<String> keys = new ArrayList<>();
            question.keys().forEach(key -> keys.add(key(question, key, row).toString()));
            groups.computeIfAbsent(keys, any -> new ArrayList<>()).add(row);
        }
        Stream<List<Map<String, Object>>> found = groups.values().stream()
                .filter(rows ->
                        question.having().stream().allMatch(condition -> holds(question.table(), condition, rows)))
                .sorted(order(question));
        found = found.skip(question.offset() == null ? 0 : question.offset());
        found = found.limit(question.limit() == null ? Long.MAX_VALUE : question.limit());
        ArrayNode list = NODES.arrayNode();
        found.forEach(rows -> list.add(group(question, rows)));
        return list;
    }

    /** The aggregates over the rows that belong to each row of a table. */
    public ArrayNode ofEach(Table parent, Table.Relation relation, AggregateQuestion question) {
        ArrayNode list = NODES.arrayNode();
        parent.rows().stream().sorted(new OrderBy(world).of(null, parent)).forEach(row -> list.addObject()
                .set("r", group(question, kept(question, world.related(row, relation)))));
        return list;
    }

    private List<Map<String, Object>> kept(AggregateQuestion question, List<Map<String, Object>> rows) {
        Where where = new Where(world);
        return rows.stream()
                .filter(row -> question.where() == null || where.keeps(question.where(), question.table(), row))
                .toList();
    }

    private ObjectNode group(AggregateQuestion question, List<Map<String, Object>> rows) {
        ObjectNode group = NODES.objectNode();
        for (int i = 0; i < question.keys().size(); i++) {
            group.set("k" + i, key(question, question.keys().get(i), rows.get(0)));
        }
        for (int i = 0; i < question.values().size(); i++) {
            Value value = question.values().get(i);
            group.set("v" + i, json(question.table(), value, result(question.table(), value, rows)));
        }
        return group;
    }

    private JsonNode key(AggregateQuestion question, Key key, Map<String, Object> row) {
        Object value = keyValue(question, key, row);
        Table.Column column = column(question, key);
        return value == null ? NODES.nullNode() : column.scalar().json(value, column.scale());
    }

    private Table.Column column(AggregateQuestion question, Key key) {
        return (Table.Column) table(question, key).fields().get(key.column());
    }

    private Table table(AggregateQuestion question, Key key) {
        return key.relation() == null
                ? question.table()
                : world.table(((Table.Relation) question.table().fields().get(key.relation())).target());
    }

    private Object keyValue(AggregateQuestion question, Key key, Map<String, Object> row) {
        Map<String, Object> from = row;
        if (key.relation() != null) {
            Table.Relation relation = (Table.Relation) question.table().fields().get(key.relation());
            from = world.related(row, relation).stream().findFirst().orElse(Map.of());
        }
        Object value = from.get(column(question, key).column());
        return value == null ? null : Numbers.period(value, key.bucket());
    }

    private Object result(Table table, Value value, List<Map<String, Object>> rows) {
        if (value.function().equals("count")) {
            return (long) rows.size();
        }
        Table.Column column = (Table.Column) table.fields().get(value.column());
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> {
            if (row.get(column.column()) != null) {
                values.add(row.get(column.column()));
            }
        });
        Comparator<Object> order = column.scalar()::compare;
        return switch (value.function()) {
            case "countDistinct" -> distinct(values, order);
            case "min" -> values.stream().min(order).orElse(null);
            case "max" -> values.stream().max(order).orElse(null);
            default -> Numbers.of(value.function(), column, values);
        };
    }

    private static Object distinct(List<Object> values, Comparator<Object> order) {
        List<Object> different = new ArrayList<>();
        for (Object value : values) {
            if (different.stream().noneMatch(other -> order.compare(other, value) == 0)) {
                different.add(value);
            }
        }
        return (long) different.size();
    }

    private static JsonNode json(Table table, Value value, Object result) {
        if (result == null) {
            return NODES.nullNode();
        }
        if (value.function().equals("min") || value.function().equals("max")) {
            Table.Column column = (Table.Column) table.fields().get(value.column());
            return column.scalar().json(result, column.scale());
        }
        if (result instanceof Double number) {
            return NODES.numberNode(number);
        }
        return value.function().startsWith("count")
                ? NODES.numberNode((Long) result)
                : NODES.textNode(((BigDecimal) result).toPlainString());
    }

    private boolean holds(Table table, AggregateQuestion.Condition condition, List<Map<String, Object>> rows) {
        Object result = result(table, condition.value(), rows);
        if (result == null) {
            return false;
        }
        int order = new BigDecimal(result.toString()).compareTo(new BigDecimal(condition.number()));
        return switch (condition.operator()) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            case "eq" -> order == 0;
            default -> order != 0;
        };
    }

    private Comparator<List<Map<String, Object>>> order(AggregateQuestion question) {
        Comparator<List<Map<String, Object>>> order = (a, b) -> 0;
        for (Term term : question.order()) {
            order = order.thenComparing((a, b) -> compare(question, term, a, b));
        }
        for (int i = 0; i < question.keys().size(); i++) {
            Term term = new Term(i, null, false);
            order = order.thenComparing((a, b) -> compare(question, term, a, b));
        }
        return order;
    }

    private int compare(
            AggregateQuestion question, Term term, List<Map<String, Object>> a, List<Map<String, Object>> b) {
        Object left = value(question, term, a);
        Object right = value(question, term, b);
        if (left == null || right == null) {
            int nulls = Boolean.compare(left == null, right == null);
            return term.descending() ? -nulls : nulls;
        }
        int order = term.value() == null
                ? column(question, question.keys().get(term.key())).scalar().compare(left, right)
                : new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        return term.descending() ? -order : order;
    }

    private Object value(AggregateQuestion question, Term term, List<Map<String, Object>> rows) {
        return term.value() == null
                ? keyValue(question, question.keys().get(term.key()), rows.get(0))
                : result(question.table(), term.value(), rows);
    }
}
