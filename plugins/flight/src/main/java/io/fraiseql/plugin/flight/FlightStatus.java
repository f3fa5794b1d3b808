package io.fraiseql.plugin.flight;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.ErrorFlightMetadata;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.memory.OutOfMemoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derives Flight statuses from errors; the only place that does, and that logs them. */
final class FlightStatus {

    private static final Logger LOG = LoggerFactory.getLogger(FlightStatus.class);
    private static final String REQUEST_ID = "x-request-id";
    private static final String CODE = "x-error-code";

    private FlightStatus() {}

    /** What a client is told: message, code and request id, never a cause. */
    static FlightRuntimeException of(Throwable failure, RequestContext context) {
        if (failure instanceof FlightRuntimeException already) {
            return already;
        }
        FraiseqlException error = typed(failure);
        if (error == null) {
            LOG.error("request {} failed", context.requestId(), failure);
            String message = "something went wrong here; the log has it under request id " + context.requestId();
            return status(CallStatus.INTERNAL, message, "INTERNAL", context);
        }
        ErrorType type = error.code().type();
        if (type == ErrorType.INTERNAL || type == ErrorType.UNAVAILABLE) {
            LOG.error("request {} failed: {}", context.requestId(), error.getMessage(), error);
        } else {
            LOG.debug("request {} refused: {}", context.requestId(), error.getMessage(), error);
        }
        return status(
                of(error.code()),
                String.valueOf(error.getMessage()),
                error.code().name(),
                context);
    }

    private static @Nullable FraiseqlException typed(Throwable failure) {
        if (failure instanceof OutOfMemoryException) {
            return new FraiseqlException(
                    FlightErrorCode.BATCH_TOO_LARGE,
                    "a batch does not fit the memory of its stream; ask for fewer or smaller columns",
                    failure);
        }
        return failure instanceof FraiseqlException known ? known : null;
    }

    private static FlightRuntimeException status(
            CallStatus status, String message, String code, RequestContext context) {
        ErrorFlightMetadata metadata = new ErrorFlightMetadata();
        metadata.insert(REQUEST_ID, context.requestId());
        metadata.insert(CODE, code);
        return status.withDescription(message).withMetadata(metadata).toRuntimeException();
    }

    private static CallStatus of(ErrorCode code) {
        return code == FlightErrorCode.CANCELLED ? CallStatus.CANCELLED : of(code.type());
    }

    private static CallStatus of(ErrorType type) {
        return switch (type) {
            case BAD_INPUT -> CallStatus.INVALID_ARGUMENT;
            case UNAUTHENTICATED -> CallStatus.UNAUTHENTICATED;
            case FORBIDDEN -> CallStatus.UNAUTHORIZED;
            case NOT_FOUND -> CallStatus.NOT_FOUND;
            case CONFLICT -> CallStatus.ALREADY_EXISTS;
            case RATE_LIMITED, OVERLOADED -> CallStatus.RESOURCE_EXHAUSTED;
            case TIMEOUT -> CallStatus.TIMED_OUT;
            case UNAVAILABLE -> CallStatus.UNAVAILABLE;
            case CONFIGURATION, INTERNAL -> CallStatus.INTERNAL;
        };
    }
}
