package io.fraiseql.core.request;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;

/** Answers GraphQL requests. Thread-safe; blocks the calling thread while the database works. */
public interface GraphQLEngine {

    /**
     * Answers one request.
     *
     * @param out receives the whole JSON response, errors included; the engine never throws for a client's mistake or a backend's
     *     failure
     */
    Outcome execute(GraphQLRequest request, RequestContext context, Utf8Buffer out);

    /**
     * Runs an operation with one root field, a list, to be read part by part. Nothing bounds the rows of that list; a database connection is
     * held until the stream is closed or the deadline has passed.
     *
     * @param out receives the first part, or the JSON of the errors when there is no stream
     */
    Opened stream(GraphQLRequest request, StreamFormat format, RequestContext context, Utf8Buffer out);

    /**
     * How {@link #stream} went.
     *
     * @param stream to be closed by the caller; null when the request was refused or the statement failed at once
     */
    record Opened(@Nullable RowStream stream, Outcome outcome) {}
}
