package io.fraiseql.server.http;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.fraiseql.server.health.BackendCheck;
import io.fraiseql.server.health.HealthServlet;
import io.fraiseql.server.health.Readiness;
import io.fraiseql.server.http.live.Operations;
import io.fraiseql.server.http.live.Subscriptions;
import io.fraiseql.server.metrics.ServerMetrics;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import jakarta.servlet.Servlet;

/** Puts everything that speaks HTTP into a Dropwizard environment. */
public final class HttpModule {

    private static final int SPARE_EXCHANGES = 16;

    private final Environment environment;
    private final HttpConfig config;
    private final HttpServices services;

    private HttpModule(Environment environment, HttpConfig config, HttpServices services) {
        this.environment = environment;
        this.config = config;
        this.services = services;
    }

    /**
     * Makes {@link HttpServerFactory} the server of a configuration that does not name another {@code server.type}. Called once, before
     * the configuration is read.
     */
    public static void prepare(Bootstrap<?> bootstrap) {
        bootstrap.getObjectMapper().addMixIn(ServerFactory.class, DefaultServer.class);
    }

    /**
     * Installs {@code /graphql}, {@code /graphql/schema.graphql}, {@code /graphiql} and {@code /health/…} on the application port, {@code
     * /metrics}, {@code /healthcheck} and {@code /health/…} on the admin port. Called once, on the boot thread.
     *
     * @return what other transports share with HTTP
     */
    public static Shared install(Environment environment, HttpConfig config, HttpServices services) {
        return new HttpModule(environment, config, services).install();
    }

    /**
     * What is one in the whole server.
     *
     * @param metrics the registry, for what else is to be counted
     * @param streams admits streams
     * @param drain holds the server's stop back while requests run
     */
    public record Shared(ServerMetrics metrics, StreamGate streams, Drain drain) {}

    private Shared install() {
        Drain drain = new Drain(config.drain());
        ServerMetrics metrics =
                ServerMetrics.create(environment.metrics(), drain::inFlight, services.figures(), services.pool());
        environment.lifecycle().addEventListener(drain);
        environment.jersey().disable();
        health(drain);
        RequestGate gate = new RequestGate(services.permits(), config.admission(), metrics.http());
        StreamGate streams = new StreamGate(gate, services.permits(), metrics.http());
        application(drain, gate, streams, metrics);
        environment
                .admin()
                .addServlet("metrics", new PrometheusMetricsServlet(metrics.registry()))
                .addMapping("/metrics");
        return new Shared(metrics, streams, drain);
    }

    private void application(Drain drain, RequestGate gate, StreamGate streams, ServerMetrics metrics) {
        servlet("nothing", new NothingHereServlet(services.api()), "/");
        if (!services.api()) {
            return;
        }
        boolean graphiql = services.graphiql() && !config.production();
        ExportHandler exports = new ExportHandler(services.engine(), streams, config.export(), metrics);
        environment.lifecycle().manage(new AutoCloseableManager(exports));
        BodyLimit limit = new BodyLimit(config.maxBody().toInt(), services.mutationBody());
        Operations operations = new Operations(
                services.engine(),
                services.live(),
                gate,
                drain,
                metrics.graphql(),
                limit,
                config.timeout().toNanos());
        Subscriptions subscriptions =
                new Subscriptions(config.subscriptions(), metrics.subscriptions(), streams, services.events());
        environment.lifecycle().manage(new AutoCloseableManager(subscriptions));
        drain.ending(new Drain.Streams(subscriptions::goAway, subscriptions::open));
        SocketUpgrade upgrade =
                new SocketUpgrade(environment.getApplicationContext(), subscriptions, operations, drain, config, limit);
        environment.lifecycle().addEventListener(upgrade);
        GraphQLHandler handler = new GraphQLHandler(
                services.engine(),
                gate,
                metrics.graphql(),
                exports,
                operations,
                subscriptions,
                config,
                limit,
                graphiql);
        ExchangePool exchanges = new ExchangePool(services.permits() + SPARE_EXCHANGES);
        environment
                .getApplicationContext()
                .insertHandler(new GraphQLEndpoint(
                        handler, upgrade, drain, exchanges, metrics.http(), metrics.graphql(), config));
        if (graphiql) {
            servlet("graphiql", new GraphiQLServlet(), GraphiQLServlet.PATH + "/*");
        }
        if (services.schema() != null) {
            environment.getApplicationContext().insertHandler(new SchemaEndpoint(services.schema(), config));
        }
    }

    private void health(Drain drain) {
        HealthCheckRegistry checks = environment.healthChecks();
        services.backends().forEach((name, sign) -> checks.register(name, new BackendCheck(sign)));
        Readiness readiness = new Readiness(services.backends(), drain::isStopping, System::nanoTime);
        HealthServlet live = new HealthServlet(() -> true);
        HealthServlet ready = new HealthServlet(readiness::ready);
        servlet("live", live, "/health/live");
        servlet("ready", ready, "/health/ready");
        environment.admin().addServlet("live", live).addMapping("/health/live");
        environment.admin().addServlet("ready", ready).addMapping("/health/ready");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = HttpServerFactory.class)
    private interface DefaultServer {}

    private void servlet(String name, Servlet servlet, String path) {
        environment.servlets().addServlet(name, servlet).addMapping(path);
    }
}
