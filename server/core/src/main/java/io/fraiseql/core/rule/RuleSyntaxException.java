package io.fraiseql.core.rule;

/** A condition or template that cannot be used. The message says where, what is wrong and, where there is something, what to write. */
public final class RuleSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param at the offset in the text, from 0 */
    RuleSyntaxException(int at, String message) {
        super("at character " + (at + 1) + ": " + message);
    }
}
