package io.fraiseql.plugin.flight;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What this plugin refuses itself. */
enum FlightErrorCode implements ErrorCode {
    /** The ticket or descriptor is none that can be served. */
    BAD_TICKET(ErrorType.BAD_INPUT),
    /** Something that a call brings is none that it takes. */
    BAD_CALL(ErrorType.BAD_INPUT),
    /** The table is none that may be exported. */
    EXPORT_NOT_ALLOWED(ErrorType.FORBIDDEN),
    /** The table or entity is none that takes uploads. */
    UPLOAD_NOT_ALLOWED(ErrorType.FORBIDDEN),
    /** A batch has more bytes than are kept of one. */
    UPLOAD_TOO_LARGE(ErrorType.OVERLOADED),
    /** There is no such declared schema, or it has no rows. */
    NO_SCHEMA(ErrorType.NOT_FOUND),
    /** The table of a declared schema cannot give what is declared. */
    SCHEMA_DOES_NOT_FIT(ErrorType.CONFIGURATION),
    /** The stream that a call is about does not run. */
    NO_STREAM(ErrorType.NOT_FOUND),
    /** Another call ended the stream. */
    CANCELLED(ErrorType.CONFLICT),
    /** As many streams run as may run. */
    OVERLOADED(ErrorType.OVERLOADED),
    /** The server stops before the stream has ended. */
    STOPPING(ErrorType.UNAVAILABLE),
    /** The client did not take what was sent, or sent nothing. */
    CLIENT_STALLED(ErrorType.TIMEOUT),
    /** A batch does not fit the memory of its stream. */
    BATCH_TOO_LARGE(ErrorType.OVERLOADED),
    /** The port cannot be listened on, or Arrow cannot work in this JVM. */
    CANNOT_LISTEN(ErrorType.CONFIGURATION);

    private final ErrorType type;

    FlightErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
