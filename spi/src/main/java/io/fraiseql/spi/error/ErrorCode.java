package io.fraiseql.spi.error;

/** A code that clients and operators can rely on. Implemented by one enum per module. */
public interface ErrorCode {

    /** The code as shown, for example {@code BAD_USER_INPUT}. */
    String name();

    /** Its class. */
    ErrorType type();
}
