package io.fraiseql.server.http;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.fraiseql.core.event.LogFigures;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.observer.JobListener;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.metrics.JobMetrics;
import io.fraiseql.server.metrics.ObserverMetrics;
import io.fraiseql.server.metrics.OutboxMetrics;
import io.fraiseql.server.metrics.SchemaMetrics;
import io.fraiseql.server.metrics.ServerMetrics;
import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.database.Database.PoolState;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.JobFigures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The whole HTTP side on free ports, with an engine of the test's own. */
public final class TestingServer implements AutoCloseable {

    static final HttpConfig CONFIG = new HttpConfig(
            false,
            new ByteSize(64 << 10),
            Duration.ofSeconds(30),
            false,
            new AdmissionConfig(256, Duration.ofSeconds(5)),
            new CorsConfig(List.of(), List.of(), false, Duration.ofHours(1)),
            new CompressionConfig(true, new ByteSize(8 << 10), 1),
            new DrainConfig(Duration.ZERO, Duration.ofSeconds(30)),
            new ExportConfig(2, Duration.ofMinutes(15), Duration.ofSeconds(30)),
            new SubscriptionsConfig(100, 10, new ByteSize(64 << 10), Duration.ofSeconds(3), Duration.ofSeconds(12)));

    final HttpClient client = HttpClient.newHttpClient();
    final AtomicBoolean databaseAlive = new AtomicBoolean(true);
    final AtomicLong engineCount = new AtomicLong();
    private final HostApplication application;

    TestingServer(GraphQLEngine engine) {
        this(engine, CONFIG, 16);
    }

    TestingServer(GraphQLEngine engine, HttpConfig config, int permits) {
        this(engine, config, permits, new HttpServerFactory());
    }

    TestingServer(GraphQLEngine engine, HttpConfig config, int permits, DefaultServerFactory jetty) {
        this(engine, config, permits, jetty, 0);
    }

    /** With mutations whose bodies may have so many bytes. */
    TestingServer(GraphQLEngine engine, HttpConfig config, int permits, DefaultServerFactory jetty, int mutationBody) {
        HttpServices services = new HttpServices(
                true,
                engine,
                (request, context, out) -> new LiveEngine.Asked(null, null),
                admission -> {
                    throw new AssertionError("nobody subscribes here");
                },
                permits,
                true,
                () -> "type Query { answer: Int }",
                Map.of("database", this::ping),
                () -> new PoolState(1, 2, 3, 4),
                figure -> engineCount.get(),
                mutationBody);
        application = new HostApplication(config, services, onFreePorts(jetty));
        try {
            application.run("server");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return ((ServerConnector) application.server.getConnectors()[0]).getLocalPort();
    }

    int adminPort() {
        return ((ServerConnector) application.server.getConnectors()[1]).getLocalPort();
    }

    ServerMetrics metrics() {
        return application.metrics;
    }

    Server jetty() {
        return application.server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("localhost", port());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    URI adminUri(String path) {
        return URI.create("http://localhost:" + adminPort() + path);
    }

    HttpRequest.Builder graphql(String document) {
        return HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            // the server closes a connection whose body it refused; a client that kept it would fail its next request
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    @Override
    public void close() {
        try {
            application.server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DefaultServerFactory onFreePorts(DefaultServerFactory server) {
        ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).setPort(0);
        ((HttpConnectorFactory) server.getAdminConnectors().get(0)).setPort(0);
        return server;
    }

    private String ping() {
        if (!databaseAlive.get()) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "The database does not answer");
        }
        return "Testing 1.0";
    }

    /** The host's configuration. */
    public static final class HostConfiguration extends Configuration {
        public HostConfiguration() {
            setServerFactory(new HttpServerFactory());
        }
    }

    private static final class HostApplication extends Application<HostConfiguration> {
        private final DefaultServerFactory jetty;
        private final HttpConfig config;
        private final HttpServices services;
        private ServerMetrics metrics;
        private Server server;

        HostApplication(HttpConfig config, HttpServices services, DefaultServerFactory jetty) {
            this.jetty = jetty;
            this.config = config;
            this.services = services;
        }

        @Override
        public void initialize(Bootstrap<HostConfiguration> bootstrap) {
            HttpModule.prepare(bootstrap);
        }

        @Override
        protected void onFatalError(Throwable error) {
            throw new IllegalStateException(error);
        }

        @Override
        public void run(HostConfiguration configuration, Environment environment) {
            configuration.setServerFactory(jetty);
            environment.lifecycle().addServerLifecycleListener(started -> server = started);
            metrics = HttpModule.install(environment, config, services).metrics();
            SchemaMetrics.register(metrics.registry(), () -> 0, () -> 0, () -> true);
            ObserverMetrics observed = new ObserverMetrics();
            observed.processed(1);
            observed.failed(ObserverListener.Failure.CONDITION);
            observed.acted("log", 1, null);
            observed.acted("log", 1, ObserverListener.Failure.TEMPORARY);
            observed.alerted("rule");
            observed.deferred("log", ObserverListener.Deferral.RATE);
            observed.circuit("log", true);
            observed.register(metrics.registry(), () -> 0L, () -> 0L);
            observed.registerDedup(metrics.registry());
            JobMetrics jobs = new JobMetrics();
            jobs.queued(1);
            for (JobListener.End end : JobListener.End.values()) {
                jobs.ended("log", end, 1);
            }
            jobs.register(metrics.registry(), () -> new JobFigures(0, 0, 0));
            OutboxMetrics.register(
                    metrics.registry(), () -> Map.of("sequencer", new LogFigures.Behind(0, 0)), () -> true);
        }
    }
}
