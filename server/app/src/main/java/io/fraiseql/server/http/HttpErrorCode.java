package io.fraiseql.server.http;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What HTTP itself refuses, before a GraphQL request was understood. */
public enum HttpErrorCode implements ErrorCode {
    NOT_FOUND(ErrorType.NOT_FOUND, 404),
    METHOD_NOT_ALLOWED(ErrorType.BAD_INPUT, 405),
    NOT_ACCEPTABLE(ErrorType.BAD_INPUT, 406),
    REQUEST_TIMEOUT(ErrorType.TIMEOUT, 408),
    PAYLOAD_TOO_LARGE(ErrorType.BAD_INPUT, 413),
    UNSUPPORTED_MEDIA_TYPE(ErrorType.BAD_INPUT, 415);

    private final ErrorType type;
    private final int status;

    HttpErrorCode(ErrorType type, int status) {
        this.type = type;
        this.status = status;
    }

    @Override
    public ErrorType type() {
        return type;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }
}
