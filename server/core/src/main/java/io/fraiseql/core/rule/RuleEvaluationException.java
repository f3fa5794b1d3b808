package io.fraiseql.core.rule;

/** An event does not have what a condition or template asks for. The message names it. */
public final class RuleEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleEvaluationException(String message) {
        super(message);
    }
}
