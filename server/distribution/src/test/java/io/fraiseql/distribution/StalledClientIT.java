package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask for much and read nothing, against a server with one connection to its database. */
class StalledClientIT {

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = Set.of("http.export.timeout", "http.export.stallTimeout");

    private static final String ANSWER = "application/json";
    private static final String EXPORT = "application/x-ndjson";
    private static final String TABLE = """
            CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)
            INSERT INTO page SELECT i, hex(zeroblob(50000)) FROM n;
            """;
    private static final int CLIENTS = 8;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void holdNoConnectionAndAreLeftAfterAWhile() throws IOException {
        DatabaseFolder database = filled();
        List<Socket> stalled = new ArrayList<>();
        try (DistributionServer server = database.serveAlone(
                "database.pool.size=1",
                "database.pool.minimumIdle=1",
                "http.compression.enabled=false",
                "server.applicationConnectors[0].idleTimeout=2s")) {
            for (int i = 0; i < CLIENTS; i++) {
                stalled.add(ask(server.port(), ANSWER));
            }
            assertThat(Waiting.until(
                            SOON,
                            () -> metric(server, "fraiseql_graphql_renders_total") >= 1
                                    && metric(server, "fraiseql_db_pool_active") == 0))
                    .as("connections are given back before an answer is written")
                    .isTrue();
            assertThat(HttpAnswer.query(server.port(), "{ pages(limit: 1) { id } }")
                            .body())
                    .isEqualTo("{\"data\":{\"pages\":[{\"id\":1}]}}");
            assertThat(Waiting.until(SOON, () -> metric(server, "fraiseql_http_aborted_total") == CLIENTS))
                    .as("the server waits no longer than the connector's idleTimeout")
                    .isTrue();
            assertThat(metric(server, "fraiseql_http_in_flight")).isZero();
            assertThat(server.output()).doesNotContain("ERROR");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void anExportIsBrokenOff() throws IOException {
        DatabaseFolder database = filled();
        try (DistributionServer unchanged = database.serveAlone("http.export.stallTimeout=5m");
                DistributionServer stalling = database.serveAlone("http.export.stallTimeout=1s");
                DistributionServer limited = database.serveAlone("http.export.timeout=1s");
                Socket first = ask(unchanged.port(), EXPORT);
                Socket second = ask(stalling.port(), EXPORT);
                Socket third = ask(limited.port(), EXPORT)) {
            for (Socket socket : List.of(first, second, third)) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            assertThat(Waiting.until(SOON, () -> metric(unchanged, "fraiseql_db_pool_active") == 1))
                    .as("an export holds its connection")
                    .isTrue();
            assertThat(Waiting.until(SOON, () -> metric(stalling, "fraiseql_db_pool_active") == 0))
                    .as("http.export.stallTimeout")
                    .isTrue();
            assertThat(Waiting.until(SOON, () -> metric(limited, "fraiseql_db_pool_active") == 0))
                    .as("http.export.timeout")
                    .isTrue();
            assertThat(metric(unchanged, "fraiseql_db_pool_active"))
                    .as("with more patience")
                    .isEqualTo(1);
        }
    }

    private DatabaseFolder filled() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(TABLE);
        database.compileTables();
        return database;
    }

    private static Socket ask(int port, String accept) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String body = "{\"query\":\"{ pages { text } }\"}";
        String request = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: " + accept
                + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static double metric(DistributionServer server, String name) {
        try {
            return ConfigProbes.metric(server, name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
