package io.fraiseql.server.metrics;

import io.fraiseql.spi.database.Database.PoolState;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Shows at each scrape what the engine and the connection pool know of themselves. */
public final class BackendMetrics {

    private final PrometheusRegistry registry;

    private BackendMetrics(PrometheusRegistry registry) {
        this.registry = registry;
    }

    /** Registers the metrics. */
    public static void register(PrometheusRegistry registry, EngineStatistics engine, Supplier<PoolState> pool) {
        BackendMetrics metrics = new BackendMetrics(registry);
        metrics.engine(engine);
        metrics.pool(pool);
    }

    private void engine(EngineStatistics engine) {
        counter("fraiseql_plan_cache_hits_total", "Operations whose plan was in the cache", engine.planCacheHits());
        counter("fraiseql_plan_cache_misses_total", "Operations whose plan had to be made", engine.planCacheMisses());
        counter("fraiseql_plan_cache_evictions_total", "Plans that gave way to others", engine.planCacheEvictions());
        gauge("fraiseql_plan_cache_size", "Plans in the cache", engine.planCacheSize());
        counter("fraiseql_graphql_parses_total", "Documents parsed", engine.parses());
        counter("fraiseql_graphql_validations_total", "Documents validated", engine.validations());
        counter("fraiseql_graphql_renders_total", "SQL statements rendered", engine.renders());
    }

    private void pool(Supplier<PoolState> pool) {
        pool("fraiseql_db_pool_active", "Database connections in use", pool, PoolState::active);
        pool("fraiseql_db_pool_idle", "Database connections that are free", pool, PoolState::idle);
        pool("fraiseql_db_pool_waiting", "Threads that wait for a database connection", pool, PoolState::waiting);
        pool("fraiseql_db_pool_max", "The most database connections there may be", pool, PoolState::max);
    }

    private void pool(String name, String help, Supplier<PoolState> pool, ToIntFunction<PoolState> value) {
        gauge(name, help, () -> value.applyAsInt(pool.get()));
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    private void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }
}
