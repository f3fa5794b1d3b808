package io.fraiseql.spi.error;

/** The class of an error: what the client can do about it. HTTP, GraphQL and Flight statuses are derived from it. */
public enum ErrorType {
    /** The request is wrong; the same request will fail again. */
    BAD_INPUT,
    /** No or invalid credentials. */
    UNAUTHENTICATED,
    /** Known caller, not allowed. */
    FORBIDDEN,
    /** The named thing does not exist. */
    NOT_FOUND,
    /** The state of the data stands against the request. */
    CONFLICT,
    /** The caller asks too often. */
    RATE_LIMITED,
    /** The server has no capacity now; try again later. */
    OVERLOADED,
    /** The deadline passed. */
    TIMEOUT,
    /** A backend cannot be reached. */
    UNAVAILABLE,
    /** The operator's configuration or compiled schema is wrong; the server does not start. */
    CONFIGURATION,
    /** Our fault; the log has the cause under the request id. */
    INTERNAL
}
