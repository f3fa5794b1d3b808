package io.fraiseql.server.http;

import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;
import java.util.Set;

/** Derives HTTP statuses from error types; the only place that does. */
public final class HttpStatus {

    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int FOUND = 302;
    static final int NOT_MODIFIED = 304;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int INTERNAL_ERROR = 500;

    private static final Set<String> NEED_POST = Set.of("mutation", "subscription");

    private HttpStatus() {}

    /** The status of a request that was refused with that code. */
    public static int of(ErrorCode code) {
        return code instanceof HttpErrorCode http ? http.status() : of(code.type());
    }

    /** The status of an answer of the engine: {@link #METHOD_NOT_ALLOWED} for what only a POST may ask. */
    static int of(GraphQLRequest request, Outcome outcome, ResponseType responseType) {
        boolean needsPost = request.readOnly() && !outcome.executed() && NEED_POST.contains(outcome.operationType());
        return needsPost ? METHOD_NOT_ALLOWED : of(outcome, responseType);
    }

    /**
     * The status of an answer of the engine. An answer with {@code data} is 200. Without, {@code application/json} keeps 200 for
     * what the client did wrong, as its legacy rule says, and shows only the server's failures.
     */
    private static int of(Outcome outcome, ResponseType responseType) {
        ErrorCode error = outcome.error();
        if (outcome.executed() || error == null) {
            return OK;
        }
        int status = of(error.type());
        return responseType == ResponseType.JSON && status < 500 ? OK : status;
    }

    private static int of(ErrorType type) {
        return switch (type) {
            case BAD_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case RATE_LIMITED -> 429;
            case OVERLOADED, UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
            case CONFIGURATION, INTERNAL -> 500;
        };
    }
}
