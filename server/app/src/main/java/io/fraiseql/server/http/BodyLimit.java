package io.fraiseql.server.http;

import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.spi.error.FraiseqlException;

/**
 * How large a request may be, in bytes.
 *
 * @param query {@code http.maxBody}
 * @param mutation {@code mutation.maxBody}; 0 when the schema has no mutations
 */
public record BodyLimit(int query, int mutation) {

    /** What is read at most. */
    int bytes() {
        return Math.max(query, mutation);
    }

    /** A body that is larger than any may be. */
    FraiseqlException tooLarge() {
        return refused(bytes(), mutation > query ? "mutation.maxBody" : "http.maxBody");
    }

    /** A request of so many bytes: where only a mutation may have them, one that must be a mutation. */
    public GraphQLRequest bound(GraphQLRequest request, int length) {
        return length > query ? request.asWrite() : request;
    }

    /**
     * Refuses what has turned out to be no mutation and is as large as only one may be.
     *
     * @throws FraiseqlException {@code PAYLOAD_TOO_LARGE}
     */
    public void requireFits(GraphQLRequest request, Outcome outcome) {
        if (request.writeOnly() && !outcome.operationType().equals("mutation")) {
            throw tooLargeForQuery();
        }
    }

    /** A body that only a mutation may have. */
    FraiseqlException tooLargeForQuery() {
        return refused(query, "http.maxBody");
    }

    private static FraiseqlException refused(int limit, String key) {
        return new FraiseqlException(
                HttpErrorCode.PAYLOAD_TOO_LARGE, "The request body is larger than " + limit + " bytes (" + key + ")");
    }
}
