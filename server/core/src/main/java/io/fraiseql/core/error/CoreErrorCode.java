package io.fraiseql.core.error;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** The codes of the engine, as clients see them in {@code extensions.code}. */
public enum CoreErrorCode implements ErrorCode {
    GRAPHQL_PARSE_FAILED(ErrorType.BAD_INPUT),
    GRAPHQL_VALIDATION_FAILED(ErrorType.BAD_INPUT),
    BAD_USER_INPUT(ErrorType.BAD_INPUT),
    /** The client sent the hash of an automatic persisted query that nobody has registered, or that was dropped since. */
    PERSISTED_QUERY_NOT_FOUND(ErrorType.BAD_INPUT),
    /** The client sent the hash of an automatic persisted query, and they are switched off. */
    PERSISTED_QUERY_NOT_SUPPORTED(ErrorType.BAD_INPUT),
    /** The document is none of those that were compiled with the schema. */
    DOCUMENT_NOT_TRUSTED(ErrorType.FORBIDDEN),
    OPERATION_RESOLUTION_FAILURE(ErrorType.BAD_INPUT),
    QUERY_TOO_DEEP(ErrorType.BAD_INPUT),
    QUERY_TOO_COMPLEX(ErrorType.BAD_INPUT),
    /** A related row that a write names is not there. */
    NOT_FOUND(ErrorType.NOT_FOUND),
    /** The row was changed since the client read it. */
    CONFLICT(ErrorType.CONFLICT),
    /** The log does not have all events behind the position that a client begins at. */
    POSITION_OUT_OF_RANGE(ErrorType.BAD_INPUT),
    UNAUTHENTICATED(ErrorType.UNAUTHENTICATED),
    FORBIDDEN(ErrorType.FORBIDDEN),
    OVERLOADED(ErrorType.OVERLOADED),
    TIMEOUT(ErrorType.TIMEOUT),
    UNAVAILABLE(ErrorType.UNAVAILABLE),
    INTERNAL(ErrorType.INTERNAL),
    /** A schema, operations or compiled file that cannot be used; exit code 2. */
    INVALID_SCHEMA(ErrorType.CONFIGURATION),
    /** A configuration file that cannot be used; exit code 2. */
    INVALID_CONFIGURATION(ErrorType.CONFIGURATION),
    /** A plugin that cannot be used. */
    INVALID_PLUGIN(ErrorType.CONFIGURATION);

    private final ErrorType type;

    CoreErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
