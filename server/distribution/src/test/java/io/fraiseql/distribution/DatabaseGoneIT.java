package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped server does while PostgreSQL lets nobody in, and after. */
class DatabaseGoneIT {

    private static final String QUERY = "{ items { id } }";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void saysSoAndRecovers() throws Exception {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.POSTGRESQL);
        database.fill("CREATE TABLE item (id integer PRIMARY KEY); INSERT INTO item VALUES (1)");
        database.compileTables();
        try (DistributionServer server = database.serve("database.pool.connectTimeout=1s")) {
            int port = server.port();
            await(port, QUERY, 200, "{\"data\":{\"items\":[{\"id\":1}]}}");
            assertThat(HttpAnswer.get(port, "/health/ready").status()).isEqualTo(200);

            lockOut(database.url(), true);
            await(port, QUERY, 200, "UNAVAILABLE");
            awaitReady(port, 503);
            assertThat(HttpAnswer.get(port, "/health/live").status()).isEqualTo(200);

            lockOut(database.url(), false);
            await(port, QUERY, 200, "{\"data\":{\"items\":[{\"id\":1}]}}");
            awaitReady(port, 200);
        }
    }

    /** As after a failover that has left the server with the replica. */
    @Test
    void saysThatItTakesNoWritesAndRecovers() throws Exception {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        String url = rules.folder().url();
        String mutation = "mutation { createTicket(input: {id: %d, title: \"T\"}) { id } }";
        try (DistributionServer server = rules.folder().serve("database.pool.connectTimeout=1s")) {
            readOnly(url, true);
            await(
                    server.port(),
                    mutation.formatted(1),
                    200,
                    "the database takes no writes now, because it is read-only; try again later");
            await(server.port(), mutation.formatted(1), 200, "UNAVAILABLE");
            readOnly(url, false);
            await(server.port(), mutation.formatted(2), 200, "{\"data\":{\"createTicket\":{\"id\":2}}}");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_event WHERE entity_id = '2' AND position IS NOT NULL");
        }
    }

    private static void readOnly(String url, boolean on) throws SQLException {
        alter(url, "SET default_transaction_read_only = " + on);
    }

    /** Ends the database's connections and refuses new ones, as a stopped PostgreSQL would. */
    private static void lockOut(String url, boolean locked) throws SQLException {
        alter(url, "ALLOW_CONNECTIONS " + !locked);
    }

    private static void alter(String url, String change) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestPostgres.shared().adminUrl());
                Statement statement = connection.createStatement()) {
            String name = url.replaceFirst(".*/([^/?]+).*", "$1");
            statement.execute("ALTER DATABASE \"" + name + "\" " + change);
            try (ResultSet ended = statement.executeQuery(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'")) {
                assertThat(ended).isNotNull();
            }
        }
    }

    private static void await(int port, String query, int status, String part) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpAnswer answer = HttpAnswer.query(port, query);
        while (!answer.body().contains(part) && System.nanoTime() < deadline) {
            answer = HttpAnswer.query(port, query);
        }
        assertThat(answer.body()).contains(part);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static void awaitReady(int port, int status) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int found = HttpAnswer.get(port, "/health/ready").status();
        while (found != status && System.nanoTime() < deadline) {
            found = HttpAnswer.get(port, "/health/ready").status();
        }
        assertThat(found).isEqualTo(status);
    }
}
