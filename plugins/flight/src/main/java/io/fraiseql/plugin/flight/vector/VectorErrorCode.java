package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What cannot become a vector. */
enum VectorErrorCode implements ErrorCode {
    /** A value does not fit the declared type of its column. */
    VALUE_NOT_READABLE;

    @Override
    public ErrorType type() {
        return ErrorType.INTERNAL;
    }
}
