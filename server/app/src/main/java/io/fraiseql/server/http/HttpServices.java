package io.fraiseql.server.http;

import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.metrics.EngineFigure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database.PoolState;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What the HTTP side needs of the rest: data, made by the composition root. Every supplier may be called from any thread.
 *
 * @param api whether requests are answered; else there is nothing but health
 * @param engine answers
 * @param permits how many requests may execute at once: the size of the database pool
 * @param graphiql whether GraphiQL is served, {@code graphql.graphiql}; never in production mode
 * @param schema the SDL text; null when it is not to be shown, as where introspection is off
 * @param backends by name, for health: each returns product and version, or throws when its backend does not answer
 * @param pool the state of the database pool
 * @param figures of the engine
 * @param mutationBody how many bytes a mutation's body may have; 0 when the schema has no mutations
 */
public record HttpServices(
        boolean api,
        GraphQLEngine engine,
        int permits,
        boolean graphiql,
        @Nullable Supplier<String> schema,
        Map<String, Supplier<String>> backends,
        Supplier<PoolState> pool,
        ToLongFunction<EngineFigure> figures,
        int mutationBody) {}
