package io.fraiseql.core.request;

import io.fraiseql.core.json.Utf8Buffer;
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
}
