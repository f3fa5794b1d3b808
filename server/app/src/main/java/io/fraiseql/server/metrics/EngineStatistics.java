package io.fraiseql.server.metrics;

import io.fraiseql.core.execute.QueryEngine;
import java.util.function.LongSupplier;

/** What the engine counts since its start; each supplier is called at every scrape, from any thread, and must be cheap. */
public record EngineStatistics(
        LongSupplier planCacheHits,
        LongSupplier planCacheMisses,
        LongSupplier planCacheEvictions,
        LongSupplier planCacheSize,
        LongSupplier parses,
        LongSupplier validations,
        LongSupplier renders) {

    /** What an engine counts. */
    public static EngineStatistics of(QueryEngine engine) {
        var counted = engine.statistics();
        return new EngineStatistics(
                counted::planHits,
                counted::planMisses,
                counted::planEvictions,
                engine::planCacheSize,
                counted::parses,
                counted::validations,
                counted::renders);
    }
}
