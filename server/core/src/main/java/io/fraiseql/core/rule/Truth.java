package io.fraiseql.core.rule;

/** What a condition says of an event: what is null is neither true nor false, as in filters. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** What is known. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The opposite of what is known. */
    public Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }
}
