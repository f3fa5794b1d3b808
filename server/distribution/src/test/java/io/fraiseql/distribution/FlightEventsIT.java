package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The event log over Flight: what was written, what is being written, and what a caller may not ask. */
@Timeout(120)
class FlightEventsIT {

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = Set.of("flight.maxFollowers");

    private static final String[] SETTINGS = {
        "flight.port=0",
        "flight.maxFollowers=2",
        "events.log.lease=2s",
        "events.log.pollInterval=200ms",
        "events.retention=20000d"
    };
    private static final Pattern PROGRESS = Pattern.compile("\\{\"after_sequence\":(\\d+)}");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static ServedLog log;
    private static DistributionProcess server;
    private static FlightCalls flight;

    @BeforeAll
    static void start() throws IOException {
        log = ServedLog.create(folder, TestDatabase.POSTGRESQL);
        serve();
    }

    private static void serve() throws IOException {
        server = log.folder().serveProcess(SETTINGS);
        flight = new FlightCalls(server);
    }

    @AfterAll
    static void stop() throws Exception {
        flight.close();
        server.stop();
        assertThat(server.output()).doesNotContain("was not given back").doesNotContain("ERROR");
    }

    /** What a client has got, and where it would go on. */
    private static final class Received {

        private final List<String> ids = new ArrayList<>();
        private long after;

        /** Reads until the stream ends or there are so many. */
        void read(FlightStream stream, int wanted) {
            while (ids.size() < wanted && stream.next()) {
                FixedSizeBinaryVector column =
                        (FixedSizeBinaryVector) stream.getRoot().getVector("event_id");
                for (int i = 0; i < column.getValueCount(); i++) {
                    ByteBuffer bytes = ByteBuffer.wrap(column.get(i));
                    ids.add(new UUID(bytes.getLong(), bytes.getLong()).toString());
                }
                ArrowBuf metadata = stream.getLatestMetadata();
                byte[] text = new byte[(int) metadata.readableBytes()];
                metadata.getBytes(metadata.readerIndex(), text);
                Matcher progress = PROGRESS.matcher(new String(text, StandardCharsets.UTF_8));
                assertThat(progress.matches()).isTrue();
                after = Long.parseLong(progress.group(1));
            }
        }
    }

    private static String events(String members) {
        return "{\"type\":\"ObserverEvents\"" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private static List<String> stored() {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(log.folder().url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM fraiseql_event ORDER BY position")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Received history(String members) throws Exception {
        Received received = new Received();
        try (FlightStream stream = flight.stream(events(members))) {
            received.read(stream, Integer.MAX_VALUE);
        }
        return received;
    }

    /** The server is killed while it writes and is followed; who follows goes on where he was. */
    @Test
    void whoFollowsGetsEachEventOnceWhateverHappensToTheServer() throws Exception {
        Received received = history("");
        int before = received.ids.size();
        CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> writeUntilKilled(40));
        try (FlightStream stream = flight.stream(events("\"follow\":true,\"after_sequence\":" + received.after))) {
            received.read(stream, before + 15);
            server.kill();
            received.read(stream, Integer.MAX_VALUE);
        } catch (FlightRuntimeException e) {
            assertThat(e.status().code()).isEqualTo(FlightStatusCode.UNAVAILABLE);
        }
        killed.get(30, TimeUnit.SECONDS);
        flight.close();
        serve();
        try (FlightStream stream = flight.stream(events("\"follow\":true,\"after_sequence\":" + received.after))) {
            for (int i = 0; i < 10; i++) {
                log.write(server);
            }
            log.append(3, Instant.now());
            assertThat(Waiting.until(SOON, () -> count("WHERE position IS NULL") == 0))
                    .isTrue();
            List<String> all = stored();
            received.read(stream, all.size());
            assertThat(received.ids).containsExactlyElementsOf(all);
            assertThat(all).hasSizeGreaterThanOrEqualTo(before + 28);
            stream.cancel("enough", null);
        }
        assertThat(history("").ids).containsExactlyElementsOf(received.ids);
        assertThat(history("\"after_sequence\":" + (received.after - 2)).ids)
                .containsExactlyElementsOf(received.ids.subList(received.ids.size() - 2, received.ids.size()));
        nothingIsHeld();
    }

    private static void writeUntilKilled(int most) {
        for (int i = 0; i < most; i++) {
            try {
                log.write(server);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static long count(String where) {
        return log.numbers("SELECT count(*) FROM fraiseql_event " + where).get(0);
    }

    private static void nothingIsHeld() {
        assertThat(Waiting.until(
                        SOON,
                        () -> metric("flight_followers_active") == 0
                                && metric("flight_streams_active") == 0
                                && metric("flight_memory_bytes") == 0))
                .as("nothing is held")
                .isTrue();
    }

    private static double metric(String name) {
        try {
            return ConfigProbes.metric(server, "fraiseql_" + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eventsAreChosen() throws Exception {
        log.folder()
                .fill(
                        "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, user_id, org_id, created_at)"
                                + " VALUES ('00000000-0000-7000-8000-000000000001', 'Author', '7', 'UPDATE', '{\"id\": 7}', 'ada', 'acme',"
                                + " '2001-02-03T04:05:06.789012Z'), ('00000000-0000-7000-8000-000000000002', 'Author', '8', 'DELETE', NULL,"
                                + " NULL, 'other', '2001-02-03T04:05:07Z')");
        assertThat(Waiting.until(SOON, () -> count("WHERE position IS NULL") == 0))
                .isTrue();
        String first = "00000000-0000-7000-8000-000000000001";
        String second = "00000000-0000-7000-8000-000000000002";
        String old = "\"to\":\"2001-02-04T00:00:00+01:00\"";
        assertThat(history(old).ids).containsExactly(first, second);
        assertThat(history(old + ",\"limit\":1").ids).containsExactly(first);
        assertThat(history("\"from\":\"2001-02-03T04:05:07Z\"," + old).ids).containsExactly(second);
        assertThat(history("\"to\":\"2001-02-03T04:05:07Z\"").ids).containsExactly(first);
        assertThat(history("\"org_id\":\"acme\"").ids).containsExactly(first);
        assertThat(history("\"event_type\":\"DELETE\"").ids).containsExactly(second);
        assertThat(history("\"entity_type\":\"Author\",\"event_type\":\"UPDATE\"").ids)
                .containsExactly(first);
        try (FlightStream stream = flight.stream(events("\"org_id\":\"acme\",\"follow\":true,\"limit\":1"))) {
            assertThat(stream.next()).isTrue();
            assertThat(stream.getSchema().toString())
                    .isEqualTo(
                            "Schema<event_id: FixedSizeBinary(16) not null, event_type: Utf8 not null,"
                                    + " entity_type: Utf8 not null, entity_id: Utf8 not null,"
                                    + " timestamp: Timestamp(MICROSECOND, UTC) not null, data: Utf8, user_id: Utf8, org_id: Utf8>");
            assertThat(stream.getRoot().getFieldVectors().stream()
                            .skip(1)
                            .map(FlightEventsIT::value)
                            .toList())
                    .containsExactly("UPDATE", "Author", "7", "981173106789012", "{\"id\": 7}", "ada", "acme");
            assertThat(stream.next()).as("the limit ends it").isFalse();
        }
        assertThat(flight.info(events("")).getSchema().getFields()).hasSize(8);
    }

    private static String value(FieldVector vector) {
        return String.valueOf(vector.getObject(0));
    }

    @Test
    void whatIsWrongIsRefused() {
        Map<String, String> messages = Map.ofEntries(
                Map.entry("\"entity\":\"Author\"", "\"entity\" is no key of ObserverEvents; there are entity_type,"),
                Map.entry("\"entity_type\":\"Autor\"", "no type `Autor`; did you mean `Author`?"),
                Map.entry("\"entity_type\":5", "\"entity_type\" must be a string"),
                Map.entry(
                        "\"event_type\":\"insert\"", "\"event_type\" must be one of [INSERT, UPDATE, DELETE, CUSTOM]"),
                Map.entry("\"from\":\"yesterday\"", "\"from\" must be a time like"),
                Map.entry("\"after_sequence\":-1", "\"after_sequence\" must be 0 or more"),
                Map.entry("\"after_sequence\":\"1\"", "\"after_sequence\" must be an integer"),
                Map.entry("\"limit\":0", "\"limit\" must be 1 or more"),
                Map.entry("\"follow\":1", "\"follow\" must be true or false"),
                Map.entry("\"follow\":true,\"to\":\"2030-01-01T00:00:00Z\"", "exclude each other"));
        messages.forEach((members, message) -> {
            CallStatus status = flight.refusal(events(members));
            assertThat(status.code()).as(members).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(status.description()).as(members).contains(message);
        });
    }

    @Test
    void followersAreBoundedAndEndWithTheServer() throws Exception {
        try (FlightStream one = flight.stream(events("\"follow\":true"));
                FlightStream two = flight.stream(events("\"follow\":true"))) {
            assertThat(one.getSchema()).isEqualTo(two.getSchema());
            CallStatus full = FlightCalls.status(() -> flight.rows(events("\"follow\":true")));
            assertThat(full.code()).isEqualTo(FlightStatusCode.RESOURCE_EXHAUSTED);
            assertThat(full.description()).contains("flight.maxFollowers: 2");
            assertThat(metric("flight_followers_active")).isEqualTo(2);
            two.cancel("enough", null);
            assertThat(Waiting.until(SOON, () -> metric("flight_followers_active") == 1))
                    .isTrue();
            server.stop();
            CallStatus stopped = FlightCalls.status(() -> new Received().read(one, Integer.MAX_VALUE));
            assertThat(stopped.code()).isEqualTo(FlightStatusCode.UNAVAILABLE);
            assertThat(stopped.description()).contains("the server is stopping");
        }
        flight.close();
        serve();
    }
}
