package io.fraiseql.bench.columnar;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.arrow.flight.BackpressureStrategy;
import org.apache.arrow.flight.BackpressureStrategy.CallbackBackpressureStrategy;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * What a Flight server can do at best: hand-written for one statement. Tickets are {@code memory, copy, jdbc}. Arguments: JDBC URL, number of
 * rows. Prints {@code ready: PORT}.
 */
public final class BareFlight extends NoOpFlightProducer {

    private static final long PATIENCE_MILLIS = 60_000;

    private final BufferAllocator memory;
    private final String url;
    private final int rows;
    private final ExecutorService streams = Executors.newCachedThreadPool();

    private BareFlight(BufferAllocator memory, String url, int rows) {
        this.memory = memory;
        this.url = url;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        BufferAllocator memory = new RootAllocator();
        BareFlight producer = new BareFlight(memory, arguments[0], Integer.parseInt(arguments[1]));
        FlightServer server = FlightServer.builder(memory, Location.forGrpcInsecure("127.0.0.1", 0), producer)
                .build()
                .start();
        System.out.println("ready: " + server.getPort());
        server.awaitTermination();
    }

    @Override
    public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
        CallbackBackpressureStrategy pace = new CallbackBackpressureStrategy();
        pace.register(listener);
        String feed = new String(ticket.getBytes(), StandardCharsets.UTF_8);
        streams.execute(() -> stream(feed, listener, pace));
    }

    private void stream(String name, ServerStreamListener listener, BackpressureStrategy pace) {
        try (Feed feed = feed(name);
                Measurements batch = new Measurements(memory)) {
            listener.start(batch.root);
            while (feed.fill(batch)) {
                if (pace.waitForListener(PATIENCE_MILLIS) != BackpressureStrategy.WaitResult.READY) {
                    return;
                }
                listener.putNext();
            }
            listener.completed();
        } catch (Exception e) {
            listener.error(
                    CallStatus.INTERNAL.withDescription(String.valueOf(e)).toRuntimeException());
        }
    }

    private Feed feed(String name) throws SQLException {
        return switch (name) {
            case "memory" -> Feed.memory(rows / Measurements.BATCH);
            case "copy" -> new CopyFeed(DriverUrl.connect(url));
            case "jdbc" -> new JdbcFeed(DriverUrl.connect(url), DriverUrl.values(url));
            default -> throw new IllegalArgumentException("no feed " + name);
        };
    }
}
