package io.fraiseql.server.metrics;

import io.fraiseql.spi.database.Database.PoolState;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Shows at each scrape what the engine and the connection pool know of themselves. */
public final class BackendMetrics {

    private final PrometheusRegistry registry;

    private BackendMetrics(PrometheusRegistry registry) {
        this.registry = registry;
    }

    /** Registers the metrics. */
    public static void register(
            PrometheusRegistry registry, ToLongFunction<EngineFigure> engine, Supplier<PoolState> pool) {
        BackendMetrics metrics = new BackendMetrics(registry);
        metrics.engine(engine);
        metrics.pool(pool);
    }

    private void engine(ToLongFunction<EngineFigure> engine) {
        for (EngineFigure figure : EngineFigure.values()) {
            LongSupplier value = () -> engine.applyAsLong(figure);
            if (figure.counter()) {
                counter(figure.metric(), figure.help(), value);
            } else {
                gauge(figure.metric(), figure.help(), value);
            }
        }
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
