package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that takes no writes for a while, such as a replica that is about to become the primary. */
class ReadOnlyDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    /** Transactions are read-only by default in sessions that begin afterwards. */
    @Test
    void postgresqlIsToBeTriedAgain() {
        writesAreToBeTriedAgain(
                TestDatabase.POSTGRESQL,
                "ALTER DATABASE %1$s SET default_transaction_read_only = on",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1$s' AND pid <> pg_backend_pid()");
    }

    @Test
    void mysqlIsToBeTriedAgain() {
        writesAreToBeTriedAgain(TestDatabase.MYSQL, "ALTER SCHEMA `%1$s` READ ONLY = 1");
    }

    private void writesAreToBeTriedAgain(TestDatabase database, String... makesReadOnly) {
        try (Shop shop = Shop.open(database, folder)) {
            String name = shop.target
                    .rows(database == TestDatabase.MYSQL ? "SELECT DATABASE()" : "SELECT current_database()")
                    .get(0)
                    .get(0);
            for (String statement : makesReadOnly) {
                shop.target.run(List.of(statement.formatted(name)));
            }
            assertThat(Waiting.until(PATIENCE, () -> refused(shop).contains("read-only")))
                    .isTrue();
            assertThat(refused(shop))
                    .contains("UNAVAILABLE", "the database takes no writes now, because it is read-only");
            assertThat(Waiting.until(PATIENCE, () -> shop.engine
                            .ask("{ authors { name } }", Map.of())
                            .errorCode()
                            .isEmpty()))
                    .isTrue();
        }
    }

    private static String refused(Shop shop) {
        return shop.engine
                .ask("mutation { createAuthor(input: {name: \"Ada\"}) { name } }", Map.of())
                .json();
    }
}
