package io.fraiseql.server.network;

import com.codahale.metrics.health.HealthCheckRegistry;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.request.RowEngine;
import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.server.columnar.SchemaFolder;
import io.fraiseql.server.config.ServiceChoice;
import io.fraiseql.server.health.BackendCheck;
import io.fraiseql.server.http.HttpModule;
import io.fraiseql.server.http.RequestIds;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventQueries;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.host.ServiceMetrics;
import io.fraiseql.spi.network.NetworkService;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.upload.RowUploads;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The services with ports of their own that plugins offer and the configuration switches on. */
public final class NetworkServices implements AutoCloseable {

    private final List<NetworkService> started = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final RowQueries queries;
    private final EventQueries events;
    private final RowUploads uploads;
    private final PrometheusRegistry registry;
    private final HealthCheckRegistry health;
    private final Runnable forget;

    /**
     * @param engine answers queries
     * @param writer writes batches of rows
     * @param log the event log
     * @param shared what they share with HTTP
     * @param health gets a check for each service
     * @param forget forgets the results that are kept
     */
    public NetworkServices(
            RowEngine engine,
            UploadEngine writer,
            HostedEvents.Log log,
            HttpModule.Shared shared,
            HealthCheckRegistry health,
            Runnable forget) {
        CountedCalls calls = new CountedCalls(shared.metrics().graphql());
        this.queries = new HostedQueries(engine, shared.streams(), shared.drain(), calls);
        this.events = new HostedEvents(log, shared.streams(), shared.drain(), calls);
        this.uploads = new HostedUploads(writer, log, shared.streams(), shared.drain(), calls);
        this.registry = shared.metrics().registry();
        this.health = health;
        this.forget = forget;
    }

    /**
     * Makes a service and lets it listen.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException if it cannot
     */
    public void start(ServiceChoice choice, PluginContext context) {
        NetworkService service = choice.offer().create(choice.config(), context);
        started.add(service);
        String name = choice.offer().name();
        places.add(name + " "
                + service.start(new Host(queries, events, uploads, new HostedMetrics(registry, name), health, forget)));
        health.register(name, new BackendCheck(service::ping));
    }

    /**
     * Makes sure that there are none where no requests are answered.
     *
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} naming one
     */
    public static void refuse(List<ServiceChoice> choices) {
        if (!choices.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "events.roles has no api, so that the section "
                            + choices.get(0).offer().name() + " would do nothing; remove it, or add api");
        }
    }

    /** Where they listen, each {@code name host:port}. */
    public List<String> places() {
        return List.copyOf(places);
    }

    @Override
    public void close() {
        started.forEach(NetworkService::close);
    }

    private record Host(
            RowQueries queries,
            EventQueries events,
            RowUploads uploads,
            ServiceMetrics metrics,
            HealthCheckRegistry checks,
            Runnable forget)
            implements ServiceHost {

        private static final String REQUEST_ID = RequestIds.HEADER.toLowerCase(Locale.ROOT);

        @Override
        public Map<String, Boolean> health() {
            Map<String, Boolean> states = new TreeMap<>();
            checks.runHealthChecks().forEach((name, result) -> states.put(name, result.isHealthy()));
            return states;
        }

        @Override
        public void forgetResults() {
            forget.run();
        }

        @Override
        public List<DeclaredSchema> declaredSchemas(String folder) {
            return new SchemaFolder(Path.of(folder)).load();
        }

        @Override
        public RequestContext begin(Function<String, @Nullable String> headers, Duration timeout) {
            return new RequestContext(
                    RequestIds.of(headers.apply(REQUEST_ID)),
                    Identity.ANONYMOUS,
                    System.nanoTime() + timeout.toNanos());
        }
    }
}
