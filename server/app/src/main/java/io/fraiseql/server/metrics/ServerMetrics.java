package io.fraiseql.server.metrics;

import com.codahale.metrics.MetricRegistry;
import io.fraiseql.spi.database.Database.PoolState;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The one registry and everything in it: ours, the JVM's and Dropwizard's. */
public record ServerMetrics(
        PrometheusRegistry registry,
        HttpMetrics http,
        GraphQLMetrics graphql,
        ExportMetrics exports,
        SubscriptionMetrics subscriptions) {

    /**
     * Makes the registry.
     *
     * @param dropwizard is shown as well
     * @param inFlight how many requests are being answered
     */
    public static ServerMetrics create(
            MetricRegistry dropwizard,
            LongSupplier inFlight,
            ToLongFunction<EngineFigure> engine,
            Supplier<PoolState> pool) {
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        DropwizardExports.builder().dropwizardRegistry(dropwizard).register(registry);
        BackendMetrics.register(registry, engine, pool);
        return new ServerMetrics(
                registry,
                new HttpMetrics(registry, inFlight),
                new GraphQLMetrics(registry),
                new ExportMetrics(registry),
                new SubscriptionMetrics(registry));
    }
}
