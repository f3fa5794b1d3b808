package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.ArrowFields;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.network.NetworkService;
import io.grpc.ServerBuilder;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arrow Flight on a port of its own. */
final class FlightListener implements NetworkService {

    private static final Logger LOG = LoggerFactory.getLogger(FlightListener.class);
    private static final String GRPC_BUILDER = "grpc.builderConsumer";
    private static final int MOST_INBOUND_BYTES = 16 << 20;
    private static final long ASKED_AFTER_SECONDS = 10;

    private final FlightConfig config;
    private volatile @Nullable Running running;

    private record Running(
            FlightServer server,
            ExecutorService calls,
            Streams streams,
            Inbound inbound,
            Actions actions,
            BufferAllocator memory) {}

    FlightListener(FlightConfig config) {
        this.config = config;
    }

    @Override
    public String start(ServiceHost host) {
        BufferAllocator memory = memory();
        ArrowFields types = new ArrowFields(config.uuid() == FlightConfig.UuidForm.TEXT);
        FlightMetrics metrics = new FlightMetrics();
        metrics.register(host.metrics(), memory);
        Streams streams = new Streams(config, types, memory, metrics);
        ExecutorService calls = Executors.newFixedThreadPool(
                config.maxUploads() + Math.max(2, Runtime.getRuntime().availableProcessors()),
                new PluginThreads("flight-call"));
        Inbound inbound = new Inbound(config);
        Uploads uploads = new Uploads(config, host, memory, metrics, inbound);
        DeclaredFlights declared = new DeclaredFlights(host, config.schemas());
        declared.load(host.begin(header -> null, config.timeout()));
        Actions actions = new Actions(host, types, streams, declared);
        FlightServer server = server(
                memory, new QueryProducer(config, host, types, streams, declared, actions, uploads, inbound), calls);
        running = new Running(server, calls, streams, inbound, actions, memory);
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new FraiseqlException(
                    FlightErrorCode.CANNOT_LISTEN,
                    "Flight cannot listen on " + config.host() + ":" + config.port() + " (flight.host, flight.port): "
                            + reason(e),
                    e);
        }
        return config.host() + ":" + server.getPort();
    }

    private FlightServer server(BufferAllocator memory, QueryProducer producer, ExecutorService calls) {
        FlightTls tls = config.tls();
        String certificate = tls.certificate();
        String key = tls.key();
        boolean encrypted = certificate != null && key != null;
        Location location = encrypted
                ? Location.forGrpcTls(config.host(), config.port())
                : Location.forGrpcInsecure(config.host(), config.port());
        FlightServer.Builder builder = FlightServer.builder(memory, location, producer)
                .executor(calls)
                .maxInboundMessageSize(MOST_INBOUND_BYTES)
                .backpressureThreshold(config.batchBytes().toInt())
                .transportHint(GRPC_BUILDER, calls());
        try {
            if (certificate != null && key != null) {
                builder.useTls(new File(certificate), new File(key));
            }
            if (tls.clients() != null) {
                builder.useMTlsClientVerification(new File(tls.clients()));
            }
            return builder.build();
        } catch (IOException | RuntimeException e) {
            throw new FraiseqlException(
                    FlightErrorCode.CANNOT_LISTEN, "Flight cannot use the files of flight.tls: " + reason(e), e);
        }
    }

    /**
     * Asks clients who say nothing whether they are still there, for else nobody would see that they are not. gRPC asks after ten seconds at the
     * earliest, whatever it is told.
     */
    private Consumer<ServerBuilder<?>> calls() {
        long nanos = config.stallTimeout().toNanos();
        return builder -> builder.keepAliveTime(ASKED_AFTER_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(nanos, TimeUnit.NANOSECONDS)
                .intercept(new RefusedHandshake());
    }

    /** Arrow meets what the JVM does not allow at its first allocation, which should not be a client's. */
    private static BufferAllocator memory() {
        try {
            BufferAllocator memory = new RootAllocator();
            memory.buffer(1).close();
            return memory;
        } catch (RuntimeException | LinkageError e) {
            throw new FraiseqlException(
                    FlightErrorCode.CANNOT_LISTEN,
                    "Arrow cannot use memory in this JVM; start the server with java -jar server.jar, whose manifest"
                            + " opens java.base/java.nio",
                    e);
        }
    }

    @Override
    public String ping() {
        Running now = running;
        if (now == null) {
            throw new FraiseqlException(FlightErrorCode.STOPPING, "Flight does not listen");
        }
        return "listening on " + config.host() + ":" + now.server().getPort();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        Running stopped = running;
        if (stopped == null) {
            return;
        }
        running = null;
        stopped.server().shutdown();
        stopped.actions().close();
        stopped.inbound().close();
        stopped.streams().close();
        try {
            stopped.server().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped.calls().shutdown();
        try {
            stopped.memory().close();
        } catch (IllegalStateException e) {
            LOG.error("memory of Arrow was not given back", e);
        }
    }
}
