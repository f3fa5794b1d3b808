package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask for much and read nothing, against a server with one connection to its database. */
class StalledClientIT {

    private static final String TABLE = """
            CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO page SELECT i, hex(zeroblob(50000)) FROM n;
            """;
    private static final int CLIENTS = 8;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void holdNoConnectionAndAreLeftAfterAWhile() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, "sqlite");
        database.fill(TABLE);
        database.succeed("introspect", "--database", database.url());
        database.succeed("compile", "schema.json", "--target", "sqlite");
        List<Socket> stalled = new ArrayList<>();
        try (DistributionServer server = database.serve(
                "database.pool.size=1",
                "database.pool.minimumIdle=1",
                "http.compression.enabled=false",
                "server.applicationConnectors[0].idleTimeout=2s")) {
            for (int i = 0; i < CLIENTS; i++) {
                stalled.add(ask(server.port()));
            }
            assertThat(Waiting.until(SOON, () -> metric(server, "fraiseql_graphql_renders_total") >= 1
                            && metric(server, "fraiseql_db_pool_active") == 0))
                    .as("connections are given back before an answer is written")
                    .isTrue();
            assertThat(HttpAnswer.query(server.port(), "{ pages(limit: 1) { id } }").body())
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

    private static Socket ask(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String body = "{\"query\":\"{ pages { text } }\"}";
        String request = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
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
