package io.fraiseql.server.metrics;

import java.util.function.LongSupplier;

/** What the engine counts since its start; each supplier is called at every scrape, from any thread, and must be cheap. */
public record EngineStatistics(
        LongSupplier planCacheHits,
        LongSupplier planCacheMisses,
        LongSupplier planCacheEvictions,
        LongSupplier planCacheSize,
        LongSupplier parses,
        LongSupplier validations,
        LongSupplier renders) {}
