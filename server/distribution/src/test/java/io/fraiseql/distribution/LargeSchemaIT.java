package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand tables of twelve columns, each leading to the one before it. */
class LargeSchemaIT {

    private static final int TABLES = 1000;

    /** Each takes about 5 s on an idle machine; builds share theirs. */
    private static final Duration SLOWEST = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void compilesAndStartsInSeconds() throws IOException {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(tables());
        Duration introspect = time(() -> database.succeed("introspect", "--database", database.url()));
        Duration compile = time(() -> database.succeed("compile", "schema.json", "--target", "sqlite"));
        try (DistributionProcess server = database.serveProcess()) {
            System.out.printf(
                    "%d tables: introspect %d ms, compile %d ms, server ready after %d ms with %d MiB%n",
                    TABLES,
                    introspect.toMillis(),
                    compile.toMillis(),
                    server.bootTime().toMillis(),
                    server.residentBytes() >> 20);
            assertThat(HttpAnswer.query(server.port(), "{ item999(id: 1) { name previous { name } } item0s { name } }")
                            .body())
                    .isEqualTo("{\"data\":{\"item999\":{\"name\":\"x\",\"previous\":null},\"item0s\":[]}}");
            assertThat(server.bootTime()).isLessThan(SLOWEST);
        }
        assertThat(compile).isLessThan(SLOWEST);
    }

    private static String tables() {
        StringBuilder sql = new StringBuilder("BEGIN;");
        for (int i = 0; i < TABLES; i++) {
            sql.append("CREATE TABLE item_%d (id INTEGER PRIMARY KEY, name TEXT NOT NULL, a INTEGER, b BIGINT, c REAL,"
                            .formatted(i))
                    .append(" d NUMERIC(10, 2), e BOOLEAN, f DATE, g TIMESTAMP, h UUID, i JSON,")
                    .append(" previous_id INTEGER REFERENCES item_%d (id));".formatted(Math.max(0, i - 1)));
        }
        return sql.append("INSERT INTO item_999 (id, name) VALUES (1, 'x'); COMMIT;")
                .toString();
    }

    private static Duration time(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private interface Step {
        void run() throws IOException;
    }
}
