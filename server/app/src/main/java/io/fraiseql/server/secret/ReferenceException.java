package io.fraiseql.server.secret;

/** A reference that cannot be resolved; the message says why and never holds a value. */
public final class ReferenceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    ReferenceException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why; half a sentence for the operator. */
    public String reason() {
        return reason;
    }
}
