package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.oracle.AggregateQuestion;
import io.fraiseql.distribution.oracle.AggregateQuestion.Condition;
import io.fraiseql.distribution.oracle.AggregateQuestion.Key;
import io.fraiseql.distribution.oracle.AggregateQuestion.Term;
import io.fraiseql.distribution.oracle.AggregateQuestion.Value;
import io.fraiseql.distribution.oracle.Scalar;
import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.distribution.oracle.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws questions about groups of a table, and writes them as documents. */
final class RandomAggregate {

    private static final List<Scalar> EXACT = List.of(Scalar.INT, Scalar.BIGINT, Scalar.DECIMAL);
    private static final List<Scalar> COMPARED = List.of(
            Scalar.INT,
            Scalar.BIGINT,
            Scalar.DECIMAL,
            Scalar.FLOAT,
            Scalar.STRING,
            Scalar.DATE,
            Scalar.TIME,
            Scalar.LOCALDATETIME,
            Scalar.DATETIME);
    private static final List<String> DATES = List.of("VALUE", "WEEK", "MONTH", "QUARTER", "YEAR");
    private static final List<String> TIMES =
            List.of("VALUE", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

    private final Dice dice;
    private final World world;
    private final Table table;
    private final DocumentWriter writer;
    private final Input.Members where;

    RandomAggregate(Dice dice, World world, Table table) {
        this.dice = dice;
        this.world = world;
        this.table = table;
        this.writer = new DocumentWriter(dice);
        this.where = dice.percent(30) ? new RandomArguments(dice, world).where(table, 1) : null;
    }

    AggregateQuestion draw(boolean grouped) {
        List<Key> keys = new ArrayList<>();
        for (int i = grouped ? dice.between(0, 2) : 0; i > 0; i--) {
            Key key = key();
            if (key != null && keys.stream().noneMatch(other -> path(other).equals(path(key)))) {
                keys.add(key);
            }
        }
        List<Value> values = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            values.add(value(false));
        }
        List<Condition> having = new ArrayList<>();
        if (grouped && dice.percent(30)) {
            String number = dice.of(List.of("0", "1", "2", "-1", "19.99", "7"));
            Value value = value(true);
            boolean whole = value.function().startsWith("count")
                    || scalar(value) != Scalar.DECIMAL && !value.function().equals("avg");
            having.add(new Condition(
                    value,
                    dice.of(List.of("gt", "gte", "lt", "lte", "eq", "neq")),
                    whole ? number.replace(".99", "") : number));
        }
        List<Term> order = new ArrayList<>();
        for (int i = grouped ? dice.between(0, 2) : 0; i > 0; i--) {
            boolean byKey = !keys.isEmpty() && dice.percent(50);
            order.add(new Term(
                    byKey ? dice.between(0, keys.size() - 1) : -1, byKey ? null : value(true), dice.percent(50)));
        }
        Integer limit = grouped && dice.percent(25) ? Integer.valueOf(dice.between(0, 3)) : null;
        Integer offset = grouped && dice.percent(15) ? Integer.valueOf(dice.between(0, 2)) : null;
        return new AggregateQuestion(
                table, where == null ? null : where.raw(), keys, values, having, order, limit, offset);
    }

    private Scalar scalar(Value value) {
        return ((Table.Column) table.fields().get(value.column())).scalar();
    }

    private Key key() {
        List<String> names = List.copyOf(table.fields().keySet());
        String name = dice.of(names);
        if (table.fields().get(name) instanceof Table.Relation relation) {
            if (relation.many()) {
                return null;
            }
            Table target = world.table(relation.target());
            List<String> columns = target.fields().keySet().stream()
                    .filter(column -> target.fields().get(column) instanceof Table.Column)
                    .toList();
            String column = dice.of(columns);
            return key(name, column, ((Table.Column) target.fields().get(column)).scalar());
        }
        return key(null, name, ((Table.Column) table.fields().get(name)).scalar());
    }

    private Key key(String relation, String column, Scalar scalar) {
        return switch (scalar) {
            case BYTES -> null;
            case DATE -> new Key(relation, column, dice.of(DATES));
            case DATETIME, LOCALDATETIME -> new Key(relation, column, dice.of(TIMES));
            default -> new Key(relation, column, "VALUE");
        };
    }

    /** An aggregate; an exact number where it is compared. */
    private Value value(boolean exact) {
        String name = dice.of(List.copyOf(table.fields().keySet()));
        if (!(table.fields().get(name) instanceof Table.Column column) || column.scalar() == Scalar.BYTES) {
            return new Value("count", "");
        }
        List<String> functions = new ArrayList<>(List.of("countDistinct"));
        if (EXACT.contains(column.scalar())) {
            functions.addAll(List.of("sum", "avg", "min", "max"));
            if (!exact) {
                functions.addAll(List.of("stddev", "variance"));
            }
        } else if (!exact && column.scalar() == Scalar.FLOAT) {
            functions.addAll(List.of("sum", "avg"));
        }
        if (!exact && COMPARED.contains(column.scalar())) {
            functions.addAll(List.of("min", "max"));
        }
        return new Value(dice.of(functions), name);
    }

    private static String path(Key key) {
        return key.relation() == null ? key.column() : key.relation() + "." + key.column();
    }

    /** The operation on the root. */
    Operation root(String query, AggregateQuestion question) {
        List<String> given = new ArrayList<>();
        if (where != null) {
            given.add("where: " + writer.write(where));
        }
        if (!question.keys().isEmpty()) {
            given.add(
                    "groupBy: [" + question.keys().stream().map(this::groupBy).collect(Collectors.joining(", ")) + "]");
        }
        if (!question.having().isEmpty()) {
            given.add("having: " + question.having().stream().map(this::having).collect(Collectors.joining(", ")));
        }
        if (!question.order().isEmpty()) {
            given.add("orderBy: ["
                    + question.order().stream()
                            .map(term -> order(question, term))
                            .collect(Collectors.joining(", ")) + "]");
        }
        if (question.limit() != null) {
            given.add("limit: " + writer.write(new Input.Leaf((long) question.limit(), "Int", false)));
        }
        if (question.offset() != null) {
            given.add("offset: " + writer.write(new Input.Leaf((long) question.offset(), "Int", false)));
        }
        String arguments = given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
        return writer.document("{ q: " + query + "Aggregate" + arguments + selection(question) + " }");
    }

    /** The operation on a relation of all rows of a query. */
    Operation nested(String query, String relation, AggregateQuestion question) {
        String arguments = where == null ? "" : "(where: " + writer.write(where) + ")";
        return writer.document(
                "{ q: " + query + " { r: " + relation + "Aggregate" + arguments + selection(question) + " } }");
    }

    private String groupBy(Key key) {
        String by = "{" + key.column() + ": " + by(key) + "}";
        return key.relation() == null ? by : "{" + key.relation() + ": " + by + "}";
    }

    private String by(Key key) {
        Table owner = key.relation() == null
                ? table
                : world.table(((Table.Relation) table.fields().get(key.relation())).target());
        return switch (((Table.Column) owner.fields().get(key.column())).scalar()) {
            case DATE, DATETIME, LOCALDATETIME -> key.bucket();
            default -> writer.write(new Input.Leaf(true, "Boolean", false));
        };
    }

    private String having(Condition condition) {
        Value value = condition.value();
        boolean count = value.function().startsWith("count");
        boolean string =
                !count && !(scalar(value) == Scalar.INT && List.of("min", "max").contains(value.function()));
        String number = string ? "\"" + condition.number() + "\"" : condition.number();
        String test = "{" + condition.operator() + ": " + number + "}";
        return "{" + value.function() + ": "
                + (value.column().isEmpty() ? test : "{" + value.column() + ": " + test + "}") + "}";
    }

    private String order(AggregateQuestion question, Term term) {
        String direction = term.descending() ? "DESC" : "ASC";
        if (term.value() == null) {
            Key key = question.keys().get(term.key());
            String by = "{" + key.column() + ": " + direction + "}";
            return "{keys: " + (key.relation() == null ? by : "{" + key.relation() + ": " + by + "}") + "}";
        }
        Value value = term.value();
        return "{" + value.function() + ": "
                + (value.column().isEmpty() ? direction : "{" + value.column() + ": " + direction + "}") + "}";
    }

    private String selection(AggregateQuestion question) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < question.keys().size(); i++) {
            Key key = question.keys().get(i);
            String bucket = key.bucket().equals("VALUE") || dice.percent(50) ? "" : "(bucket: " + key.bucket() + ")";
            String leaf = "{ x: " + key.column() + bucket + " }";
            fields.add("k" + i + ": keys "
                    + (key.relation() == null ? leaf : "{ y: " + key.relation() + " " + leaf + " }"));
        }
        for (int i = 0; i < question.values().size(); i++) {
            Value value = question.values().get(i);
            fields.add("v" + i + ": " + value.function()
                    + (value.column().isEmpty() ? "" : " { x: " + value.column() + " }"));
        }
        return " { " + String.join(" ", fields) + " }";
    }
}
