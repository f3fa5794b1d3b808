package io.fraiseql.spi.database;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What a database plugin throws. */
public enum DatabaseErrorCode implements ErrorCode {
    /** The database cannot be reached or the connection was lost. */
    UNAVAILABLE(ErrorType.UNAVAILABLE),
    /** No connection became free in time. */
    OVERLOADED(ErrorType.OVERLOADED),
    /** The statement was cancelled or ran past its deadline. */
    TIMEOUT(ErrorType.TIMEOUT),
    /** A stored value does not fit its declared type. */
    VALUE_NOT_READABLE(ErrorType.INTERNAL),
    /** The client's value was refused by the database, for example an invalid regular expression. */
    BAD_USER_INPUT(ErrorType.BAD_INPUT),
    /** The result is larger than the plugin may hold. */
    QUERY_TOO_COMPLEX(ErrorType.BAD_INPUT),
    /** A write breaks a constraint of the database; thrown as {@link ConstraintViolation}. */
    CONSTRAINT_VIOLATION(ErrorType.CONFLICT),
    /** Another transaction stood in the way (serialisation failure, deadlock); the transaction is rolled back and may be run again. */
    CONFLICT(ErrorType.CONFLICT),
    /** The configuration does not allow to connect or to work. */
    MISCONFIGURED(ErrorType.CONFIGURATION),
    /** The database refused a statement of ours. */
    INTERNAL(ErrorType.INTERNAL);

    private final ErrorType type;

    DatabaseErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
