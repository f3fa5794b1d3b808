package io.fraiseql.core.rule;

/** A part of a condition: whether an event is as it says. Immutable. */
public interface Predicate {

    /** @throws RuleEvaluationException when the event lacks what it asks for */
    Truth test(EventRow row);

    /** Both; the second is not looked at when the first is false. */
    static Predicate and(Predicate left, Predicate right) {
        return row -> {
            Truth first = left.test(row);
            if (first == Truth.FALSE) {
                return first;
            }
            Truth second = right.test(row);
            return second == Truth.FALSE || first == Truth.TRUE ? second : Truth.UNKNOWN;
        };
    }

    /** Either; the second is not looked at when the first is true. */
    static Predicate or(Predicate left, Predicate right) {
        return row -> {
            Truth first = left.test(row);
            if (first == Truth.TRUE) {
                return first;
            }
            Truth second = right.test(row);
            return second == Truth.TRUE || first == Truth.FALSE ? second : Truth.UNKNOWN;
        };
    }

    static Predicate not(Predicate condition) {
        return row -> condition.test(row).not();
    }
}
