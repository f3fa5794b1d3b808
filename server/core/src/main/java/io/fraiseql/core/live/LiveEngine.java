package io.fraiseql.core.live;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;

/** Understands subscriptions. Thread-safe; never asks the database. */
public interface LiveEngine {

    /**
     * Reads a request.
     *
     * @param out receives the JSON of the errors when it is refused
     */
    Asked subscribe(GraphQLRequest request, RequestContext context, Utf8Buffer out);

    /**
     * What a request asks for; without either part it is no subscription.
     *
     * @param query the subscription
     * @param refused how it was refused
     */
    record Asked(@Nullable LiveQuery query, @Nullable Outcome refused) {}
}
