package io.fraiseql.distribution.oracle;

import java.util.List;

/**
 * What is asked of the groups of a table.
 *
 * @param where null for none
 * @param limit null for none
 * @param offset null for none
 */
public record AggregateQuestion(
        Table table,
        Object where,
        List<Key> keys,
        List<Value> values,
        List<Condition> having,
        List<Term> order,
        Integer limit,
        Integer offset) {

    /**
     * A key, perhaps of a row that a to-one relation leads to.
     *
     * @param relation its name; null for the row's own column
     * @param bucket a period or VALUE
     */
    public record Key(String relation, String column, String bucket) {}

    /**
     * An aggregate.
     *
     * @param function {@code count} with an empty column, or one of a column
     */
    public record Value(String function, String column) {}

    /** A condition on an aggregate: a range operator and the text of a number. */
    public record Condition(Value value, String operator, String number) {}

    /**
     * A term of the order.
     *
     * @param key the index of a key, or -1
     * @param value null for a key
     */
    public record Term(int key, Value value, boolean descending) {}
}
