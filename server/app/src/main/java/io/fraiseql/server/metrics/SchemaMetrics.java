package io.fraiseql.server.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Shows what became of changes of a watched schema. */
public final class SchemaMetrics {

    private SchemaMetrics() {}

    /**
     * Registers the metrics.
     *
     * @param reloads how often another schema was served
     * @param failures how often the file could not be served
     * @param current whether the schema that is served is the file's
     */
    public static void register(
            PrometheusRegistry registry, LongSupplier reloads, LongSupplier failures, BooleanSupplier current) {
        CounterWithCallback.builder()
                .name("fraiseql_schema_reloads_total")
                .help("Changes of the watched schema, by whether it could be served: ok, failed")
                .labelNames("outcome")
                .callback(callback -> {
                    callback.call(reloads.getAsLong(), "ok");
                    callback.call(failures.getAsLong(), "failed");
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("fraiseql_schema_current")
                .help("1 while the schema that is served is the one in the watched file, else 0")
                .callback(callback -> callback.call(current.getAsBoolean() ? 1 : 0))
                .register(registry);
    }
}
