package io.fraiseql.server.metrics;

import io.fraiseql.core.execute.QueryEngine;
import java.util.function.ToLongFunction;

/** What the engine counts and holds, under the names that a scrape shows. Read at every scrape, from any thread. */
public enum EngineFigure {
    PLAN_CACHE_HITS(
            "fraiseql_plan_cache_hits_total", "Operations whose plan was in the cache", engine -> engine.statistics()
                    .planHits()),
    PLAN_CACHE_MISSES(
            "fraiseql_plan_cache_misses_total", "Operations whose plan had to be made", engine -> engine.statistics()
                    .planMisses()),
    PLAN_CACHE_EVICTIONS(
            "fraiseql_plan_cache_evictions_total", "Plans that gave way to others", engine -> engine.statistics()
                    .planEvictions()),
    PLAN_CACHE_SIZE("fraiseql_plan_cache_size", "Plans in the cache", QueryEngine::planCacheSize),
    PARSES("fraiseql_graphql_parses_total", "Documents parsed", engine -> engine.statistics()
            .parses()),
    VALIDATIONS("fraiseql_graphql_validations_total", "Documents validated", engine -> engine.statistics()
            .validations()),
    RENDERS("fraiseql_graphql_renders_total", "SQL statements rendered", engine -> engine.statistics()
            .renders()),
    TRUSTED_REQUESTS(
            "fraiseql_trusted_documents_served_total", "Requests for a trusted document", engine -> engine.statistics()
                    .trustedRequests()),
    UNTRUSTED_REQUESTS(
            "fraiseql_trusted_documents_refused_total",
            "Requests refused because their document is not trusted",
            engine -> engine.statistics().untrustedRequests()),
    PERSISTED_HITS(
            "fraiseql_persisted_queries_hits_total",
            "Hashes of automatic persisted queries that were known",
            engine -> engine.statistics().persistedHits()),
    PERSISTED_MISSES(
            "fraiseql_persisted_queries_misses_total",
            "Hashes of automatic persisted queries that were not known",
            engine -> engine.statistics().persistedMisses()),
    PERSISTED_REGISTRATIONS(
            "fraiseql_persisted_queries_registrations_total",
            "Automatic persisted queries registered",
            engine -> engine.statistics().persistedRegistrations()),
    PERSISTED_EVICTIONS(
            "fraiseql_persisted_queries_evictions_total",
            "Automatic persisted queries that gave way to others",
            engine -> engine.statistics().persistedEvictions()),
    PERSISTED_SIZE(
            "fraiseql_persisted_queries_size", "Automatic persisted queries kept", QueryEngine::persistedQueries),
    RESULT_HITS(
            "fraiseql_result_cache_hits_total",
            "Root fields answered from the result cache",
            engine -> engine.statistics().resultHits()),
    RESULT_MISSES(
            "fraiseql_result_cache_misses_total",
            "Root fields that may be cached and were read from the database",
            engine -> engine.statistics().resultMisses()),
    RESULT_SHARED(
            "fraiseql_result_cache_shared_total",
            "Root fields answered with what another request was reading at the same time",
            engine -> engine.statistics().resultShared()),
    RESULT_DROPPED(
            "fraiseql_result_cache_dropped_total",
            "Results not kept because a source was written to while they were read",
            engine -> engine.statistics().resultDropped()),
    RESULT_EVICTIONS(
            "fraiseql_result_cache_evictions_total",
            "Results dropped because they were too old or to make room",
            engine -> engine.statistics().resultEvictions()),
    RESULT_SIZE("fraiseql_result_cache_size", "Results in the cache", QueryEngine::cachedResults),
    RESULT_BYTES("fraiseql_result_cache_bytes", "Bytes that the cached results take", QueryEngine::cachedBytes);

    private static final String COUNTER = "_total";

    private final String metric;
    private final String help;
    private final ToLongFunction<QueryEngine> value;

    EngineFigure(String metric, String help, ToLongFunction<QueryEngine> value) {
        this.metric = metric;
        this.help = help;
        this.value = value;
    }

    /** The name of the metric. */
    public String metric() {
        return metric;
    }

    /** Its value for an engine. */
    public long of(QueryEngine engine) {
        return value.applyAsLong(engine);
    }

    String help() {
        return help;
    }

    /** Whether it only grows. */
    boolean counter() {
        return metric.endsWith(COUNTER);
    }
}
