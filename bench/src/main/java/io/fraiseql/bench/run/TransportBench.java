package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import io.fraiseql.plugin.testkit.TestNats;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.ConsumerInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast events go from the outbox through a stream of NATS to the rules of one worker, beside a bare program that does the same with the same client; started
 * by {@code scripts/bench --transport}.
 */
public final class TransportBench {

    private static final String DATABASE = "fraiseql_bench_transport";
    private static final String STREAM = "fraiseql";
    private static final int EVENTS_PER_SECOND = 5_000;
    private static final int WARM_UPS = 3;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final BenchOptions options;
    private final BenchPostgres postgres;
    private final TestNats nats;
    private final Programs programs;

    private TransportBench(BenchOptions options, BenchPostgres postgres, TestNats nats) throws IOException {
        this.options = options;
        this.postgres = postgres;
        this.nats = nats;
        this.programs = new Programs(
                options.java(),
                options.distribution(),
                Files.createDirectories(options.folder().resolve("run")));
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + BenchOptions.USAGE);
            System.exit(2);
            return;
        }
        try (BenchPostgres postgres = BenchPostgres.open(options.folder().resolve("postgres"));
                TestNats nats = TestNats.start()) {
            new TransportBench(options, postgres, nats).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        int events = EVENTS_PER_SECOND * options.seconds();
        String url = postgres.empty(DATABASE);
        try (Connection connection = Nats.connect(nats.url())) {
            BenchPostgres.execute(url, WriteBench.table());
            String carried = carried(url, connection, events);
            double bare;
            try (BareTransport program = new BareTransport(connection, message(url))) {
                List<Double> rates = new ArrayList<>();
                for (int round = 0; round < WARM_UPS + options.rounds(); round++) {
                    rates.add(program.rate(events));
                }
                System.out.println("bare: " + rates);
                bare = median(rates.subList(WARM_UPS, rates.size()));
            }
            String report = "Measured " + Machine.summary() + ", PostgreSQL " + postgres.version() + ", NATS "
                    + connection.getServerInfo().getVersion() + ".\n\n" + carried
                    + String.format(Locale.ROOT, "%,.0f messages/s by a bare program with the same client%n", bare);
            Path folder = Files.createDirectories(options.folder().resolve("results"));
            Files.writeString(folder.resolve("transport.md"), report);
            System.out.println("\n" + report + "written to " + folder);
        } finally {
            postgres.drop(DATABASE);
        }
    }

    private Program server(String name, String url, Path schema, String topology, String more) throws IOException {
        return programs.server(name, url, schema, """
                events: {outbox: {migrate: always}%s}
                observers: {topology: %s, transport: jetstream, rules: [%s]}
                plugins: {transport-nats: {jetstream: {connection: {servers: ["%s"]}}}}
                """.formatted(more, topology, EventBench.LOG, nats.url()));
    }

    /** From the commit of many events at once until the action of each is done. */
    private String carried(String url, Connection connection, int events) throws Exception {
        Path schema = programs.compile(url, "transport", "--mutations").path();
        Outbox outbox = new Outbox(url);
        List<Double> sent = new ArrayList<>();
        List<Double> done = new ArrayList<>();
        try (Program bridge = server("bridge", url, schema, "bridge", "");
                Program worker = server("worker", url, schema, "workers", ", roles: [workers]")) {
            JetStreamManagement management = connection.jetStreamManagement();
            for (int round = 0; round < WARM_UPS + options.rounds(); round++) {
                long had = last(management);
                outbox.append(events, "NULL");
                long start = System.nanoTime();
                outbox.tell();
                sent.add(events * 1e9 / (await(() -> last(management) == had + events) - start));
                done.add(events * 1e9 / (await(() -> isDone(management)) - start));
            }
            System.out.println(bridge.name() + ": " + sent + ", " + worker.name() + ": " + done);
        }
        return String.format(
                Locale.ROOT,
                "%,.0f events/s from the outbox into the stream, %,.0f events/s to the end of the `log` action of one worker"
                        + " (medians of %d rounds of %,d events, 16 partitions)%n",
                median(sent.subList(WARM_UPS, sent.size())),
                median(done.subList(WARM_UPS, done.size())),
                options.rounds(),
                events);
    }

    private static String message(String url) throws SQLException {
        return BenchPostgres.ask(url, "SELECT row_to_json(e) FROM fraiseql_event AS e LIMIT 1");
    }

    /** What may be asked of NATS. */
    private interface Look {
        boolean isOver() throws IOException, JetStreamApiException;
    }

    /** Returns when it was seen. */
    private static long await(Look look) throws IOException, JetStreamApiException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!look.isOver()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the events do not come to an end");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return System.nanoTime();
    }

    private static long last(JetStreamManagement management) throws IOException, JetStreamApiException {
        return management.getStreamInfo(STREAM).getStreamState().getLastSequence();
    }

    private static boolean isDone(JetStreamManagement management) throws IOException, JetStreamApiException {
        for (ConsumerInfo consumer : management.getConsumers(STREAM)) {
            if (consumer.getNumPending() > 0 || consumer.getNumAckPending() > 0) {
                return false;
            }
        }
        return true;
    }

    private static double median(List<Double> values) {
        return Results.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
