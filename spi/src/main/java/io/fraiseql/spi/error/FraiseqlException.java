package io.fraiseql.spi.error;

import io.fraiseql.spi.Nullable;

/**
 * The one exception that crosses module borders. Its message is safe for clients and says what to do; SQL, driver text and
 * stacks belong in the cause, which only the log shows.
 */
public class FraiseqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    public FraiseqlException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public FraiseqlException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The code of this error. */
    public ErrorCode code() {
        return code;
    }
}
