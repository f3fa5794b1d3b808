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

    /** Ends the database's connections and refuses new ones, as a stopped PostgreSQL would. */
    private static void lockOut(String url, boolean locked) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestPostgres.shared().adminUrl());
                Statement statement = connection.createStatement()) {
            String name = url.replaceFirst(".*/([^/?]+).*", "$1");
            statement.execute("ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS " + !locked);
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
