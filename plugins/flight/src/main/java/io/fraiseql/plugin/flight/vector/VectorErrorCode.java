package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What cannot become a vector, or come from one. */
public enum VectorErrorCode implements ErrorCode {
    /** A value does not fit the declared type of its column. */
    VALUE_NOT_READABLE(ErrorType.INTERNAL),
    /** What a client sends does not fit what it is for. */
    WRONG_SCHEMA(ErrorType.BAD_INPUT);

    private final ErrorType type;

    VectorErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
