package io.fraiseql.example;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** The errors of this plugin. */
enum ExampleErrorCode implements ErrorCode {
    SECRET_NOT_FOUND;

    @Override
    public ErrorType type() {
        return ErrorType.CONFIGURATION;
    }
}
