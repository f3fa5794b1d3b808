package io.fraiseql.server.network;

import io.fraiseql.spi.host.ServiceMetrics;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.LongSupplier;

/** The server's registry as one service sees it. */
final class HostedMetrics implements ServiceMetrics {

    private final PrometheusRegistry registry;
    private final String prefix;

    /** @param service the name of the service */
    HostedMetrics(PrometheusRegistry registry, String service) {
        this.registry = registry;
        this.prefix = "fraiseql_" + service.replace('-', '_') + "_";
    }

    @Override
    public void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(prefix + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    @Override
    public void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(prefix + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    @Override
    public void counters(String name, String help, String label, Map<String, LongSupplier> values) {
        CounterWithCallback.builder()
                .name(prefix + name)
                .help(help)
                .labelNames(label)
                .callback(callback -> values.forEach((key, value) -> callback.call(value.getAsLong(), key)))
                .register(registry);
    }
}
