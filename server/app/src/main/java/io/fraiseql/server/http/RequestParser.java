package io.fraiseql.server.http;

import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.spi.Nullable;

/** Turns what came over the wire into a request; throws {@link io.fraiseql.spi.error.FraiseqlException} for what it cannot read. */
interface RequestParser {

    /** Reads the body of a POST, {@code body[0 .. length)}. */
    GraphQLRequest post(byte[] body, int length);

    /** Reads the parameters of a GET, each null when absent; {@code variables} and {@code extensions} are JSON. */
    GraphQLRequest get(
            @Nullable String query,
            @Nullable String operationName,
            @Nullable String variables,
            @Nullable String extensions);
}
