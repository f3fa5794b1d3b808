package io.fraiseql.server.metrics;

import io.fraiseql.core.event.LogFigures.Behind;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Shows at each scrape how far behind the event log and its consumers are. */
public final class OutboxMetrics {

    private OutboxMetrics() {}

    /**
     * Registers the metrics.
     *
     * @param behind by the name of the cursor; empty while no log is kept
     * @param owner whether this process gives the positions
     */
    public static void register(
            PrometheusRegistry registry, Supplier<Map<String, Behind>> behind, BooleanSupplier owner) {
        Reading<Map<String, Behind>> reading = new Reading<>(behind);
        gauge(
                registry,
                "fraiseql_outbox_backlog",
                "Events that the sequencer has not given a position, or that a consumer has not read",
                reading,
                Behind::events);
        gauge(
                registry,
                "fraiseql_outbox_lag_seconds",
                "Age of the first of these events, 0 when there is none",
                reading,
                Behind::seconds);
        GaugeWithCallback.builder()
                .name("fraiseql_outbox_owner")
                .help("1 while this server gives the events their positions, else 0")
                .callback(callback -> callback.call(owner.getAsBoolean() ? 1 : 0))
                .register(registry);
    }

    private static void gauge(
            PrometheusRegistry registry,
            String name,
            String help,
            Reading<Map<String, Behind>> behind,
            ToDoubleFunction<Behind> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("cursor")
                .callback(callback -> {
                    Map<String, Behind> known = behind.now();
                    if (known != null) {
                        known.forEach((cursor, one) -> callback.call(value.applyAsDouble(one), cursor));
                    }
                })
                .register(registry);
    }
}
