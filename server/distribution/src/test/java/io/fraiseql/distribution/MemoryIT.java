package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose heap is too small for an answer that may be asked for. */
class MemoryIT {

    private static final String TABLE = """
            CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
            INSERT INTO page SELECT i, hex(zeroblob(500000)) FROM n;
            """;
    private static final int ASKED = 3;

    @TempDir
    Path folder;

    @Test
    void anAnswerThatDoesNotFitCostsOnlyWhoAskedForIt() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(TABLE);
        database.compileTables();
        try (DistributionProcess server = database.distribution()
                .start(Distribution.currentJdk(), QuickStart.with("-Xmx64m"), "server", "config.yml")) {
            for (int i = 0; i < ASKED; i++) {
                HttpAnswer tooLarge = HttpAnswer.query(server.port(), "{ pages { text } }");
                assertThat(tooLarge.status()).as(tooLarge.body()).isEqualTo(503);
                assertThat(tooLarge.body()).contains("\"code\":\"OVERLOADED\"", "ask for less");
            }
            try (TestingSocket socket = TestingSocket.initialised(server)) {
                socket.subscribe("large", "{ pages { text } }");
                assertThat(socket.await(2).get(1).toString())
                        .startsWith("{\"id\":\"large\",\"type\":\"error\"")
                        .contains("\"code\":\"OVERLOADED\"", "ask for less");
                socket.subscribe("small", "{ pages(limit: 1) { id } }");
                assertThat(socket.awaitResults("small", 1).toString()).contains("{\"pages\":[{\"id\":1}]}");
            }
            HttpAnswer small = HttpAnswer.query(server.port(), "{ pages(limit: 1) { id } }");
            assertThat(small.body()).isEqualTo("{\"data\":{\"pages\":[{\"id\":1}]}}");
            assertThat(ConfigProbes.metric(server, "fraiseql_http_in_flight")).isZero();
            assertThat(ConfigProbes.metric(server, "fraiseql_db_pool_active")).isZero();
        }
    }
}
