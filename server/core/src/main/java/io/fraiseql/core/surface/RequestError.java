package io.fraiseql.core.surface;

import graphql.language.SourceLocation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.ErrorCode;
import java.util.List;

/**
 * One mistake of a request.
 *
 * @param message safe for clients; says what to do
 * @param locations where in the document; empty when it is nowhere in particular
 */
public record RequestError(String message, List<Location> locations, ErrorCode code) {

    private static final int MAX_MESSAGE = 500;

    public RequestError {
        locations = List.copyOf(locations);
        message = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }

    /** An error at a place of the document. */
    static RequestError at(@Nullable SourceLocation location, ErrorCode code, String message) {
        return new RequestError(message, Location.listOf(location), code);
    }

    /** A place in a document; both count from 1. */
    public record Location(int line, int column) {

        static List<Location> listOf(@Nullable SourceLocation location) {
            if (location == null || location.getLine() < 1 || location.getColumn() < 1) {
                return List.of();
            }
            return List.of(new Location(location.getLine(), location.getColumn()));
        }
    }
}
