package io.fraiseql.core.rule;

import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** What must hold of an event for a rule to apply; docs/observers.md has the grammar. Immutable. */
public final class Condition {

    /** The longest text. */
    public static final int MAX_BYTES = 4096;

    /** Holds of every event. */
    public static final Condition ALWAYS = new Condition(row -> Truth.TRUE);

    private final Predicate predicate;

    private Condition(Predicate predicate) {
        this.predicate = predicate;
    }

    /**
     * Reads and checks a condition.
     *
     * @param text null for one that always holds
     * @throws RuleSyntaxException saying where and what is wrong
     */
    public static Condition parse(@Nullable String text, EntityFields fields, Clock clock) {
        if (text == null) {
            return ALWAYS;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new RuleSyntaxException(0, "a condition may have " + MAX_BYTES + " bytes");
        }
        return new Condition(new ConditionParser(text, fields, new Functions(clock)).parse());
    }

    /**
     * Whether it holds; what is null makes it neither true nor false.
     *
     * @throws RuleEvaluationException when the event lacks what it asks for
     */
    public boolean holds(EventRow row) {
        return predicate.test(row) == Truth.TRUE;
    }
}
