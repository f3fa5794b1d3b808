package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks at whatever step of a write: nothing of it is left, the outbox included, and the next write works. */
class AtomicityTest {

    /** InnoDB's list of transactions is made anew only for who has not looked for a tenth of a second. */
    private static final Duration LIST_RENEWED = Duration.ofMillis(250);

    private static final List<String> WRITES = List.of(
            "createAuthor(input: {name: \"n\"}) { id books { id } }",
            "createAuthors(inputs: [{name: \"n\"}, {name: \"m\"}]) { returning { id } }",
            "createAuthors(inputs: [{name: \"n\"}, {name: \"m\"}]) { returning { id books { id } } }",
            "updateAuthor(id: 1, set: {name: \"n\"}) { id name }",
            "updateAuthors(all: true, set: {born: \"2000-01-01\"}) { returning { name } }",
            "upsertAuthor(input: {id: 1, name: \"n\"}) { name }",
            "upsertAuthor(input: {id: 7, name: \"n\"}) { name }",
            "deleteAuthor(id: 2) { name }",
            "deleteAuthors(where: {id: {eq: 2}}) { affectedRows returning { name } }");

    private static final String STATE = "SELECT id, name, born FROM author ORDER BY id";

    @TempDir
    private Path folder;

    private BreakingDatabase broken;

    private Shop shop(TestDatabase database, Duration deadline) {
        EngineSettings settings = EngineSettings.open()
                .within(deadline)
                .writing()
                .reading(real -> {
                    broken = new BreakingDatabase(real);
                    return broken;
                });
        Shop shop = Shop.open(database, folder, settings);
        shop.target.run(List.of("INSERT INTO author (name) VALUES ('a'), ('b')"));
        return shop;
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aFailureAtAnyStepLeavesNothing(TestDatabase database) {
        try (Shop shop = shop(database, Duration.ofSeconds(30))) {
            List<String> before = shop.rows(STATE);
            for (String write : WRITES) {
                int step = 0;
                do {
                    broken.breakAt(step, () -> {
                        throw new IllegalStateException("broken by the test");
                    });
                    Answer answer = shop.ask("mutation { " + write + " }");
                    if (broken.steps() <= step) {
                        break;
                    }
                    assertThat(answer.errorCode())
                            .as(write + " at step " + step)
                            .isEqualTo("INTERNAL");
                    assertThat(shop.rows(STATE)).as(write + " at step " + step).isEqualTo(before);
                    assertThat(shop.events()).as(write + " at step " + step).isEmpty();
                    step++;
                } while (true);
                assertThat(step).as("steps of " + write).isGreaterThanOrEqualTo(3);
                shop.target.run(List.of("DELETE FROM fraiseql_event", "DELETE FROM author"));
                shop.target.run(List.of("INSERT INTO author (id, name) VALUES (1, 'a'), (2, 'b')"));
                before = shop.rows(STATE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aKilledConnectionLeavesNothing(TestDatabase database) {
        try (Shop shop = shop(database, Duration.ofSeconds(30))) {
            List<String> before = shop.rows(STATE);
            for (int step = 1; step < 4; step++) {
                broken.breakAt(step, () -> kill(shop));
                Answer answer = shop.ask("mutation { updateAuthor(id: 1, set: {name: \"n\"}) { name } }");
                assertThat(answer.errorCode()).as("killed before step " + step).isEqualTo("UNAVAILABLE");
                assertThat(shop.rows(STATE)).isEqualTo(before);
                assertThat(shop.events()).isEmpty();
            }
            broken.breakAt(-1, () -> {});
            assertThat(shop.data("mutation { updateAuthor(id: 1, set: {name: \"n\"}) { name } }"))
                    .isEqualTo("{\"updateAuthor\":{\"name\":\"n\"}}");
        }
    }

    private static boolean killWriters(Shop shop) {
        List<String> writers = writers(shop);
        shop.target.run(writers.stream().map(id -> "KILL " + id).toList());
        return !writers.isEmpty();
    }

    /** MariaDB cannot list the transactions of its databases while one of another test runs a statement with letters beyond its utf8mb3. */
    private static List<String> writers(Shop shop) {
        try {
            return shop.rows(
                    shop.target.database().isMysqlFamily()
                            ? "SELECT p.id FROM information_schema.innodb_trx t"
                                    + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE()"
                            : "SELECT session_id FROM sys.dm_exec_sessions WHERE database_id = DB_ID() AND open_transaction_count > 0"
                                    + " AND session_id <> @@SPID");
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException failure
                    && String.valueOf(failure.getMessage()).contains("Cannot convert string")) {
                return List.of();
            }
            throw e;
        }
    }

    private static void kill(Shop shop) {
        if (shop.target.database() != TestDatabase.POSTGRESQL) {
            assertThat(Waiting.until(Duration.ofSeconds(20), LIST_RENEWED, () -> killWriters(shop)))
                    .as("a transaction was killed")
                    .isTrue();
            return;
        }
        TestPostgres.sql(
                shop.target.url(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fraiseql writing'"
                        + " AND datname = current_database() AND state = 'idle in transaction'");
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aTransactionThatRunsOutOfTimeIsRolledBack(TestDatabase database) {
        try (Shop shop = shop(database, Duration.ofSeconds(30))) {
            List<String> before = shop.rows(STATE);
            broken.breakAt(2, () -> park(Duration.ofMillis(600)));
            Answer answer = shop.engine.ask(
                    "mutation { updateAuthor(id: 1, set: {name: \"n\"}) { name } }", Map.of(), Duration.ofMillis(500));
            assertThat(answer.errorCode()).isEqualTo("TIMEOUT");
            assertThat(shop.rows(STATE)).isEqualTo(before);
            assertThat(shop.events()).isEmpty();
        }
    }

    /** On PostgreSQL the event of one row goes with the commit. */
    @Test
    void anEventThatWaitsForOthersRunsOutOfTime() throws Exception {
        String write = "mutation { updateAuthor(id: 1, set: {name: \"n\"}) { name } }";
        try (Shop shop = Shop.open(TestDatabase.POSTGRESQL, folder)) {
            shop.target.run(List.of("INSERT INTO author (name) VALUES ('a'), ('b')"));
            List<String> before = shop.rows(STATE);
            try (Connection other = TestDatabase.connect(shop.target.url());
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE fraiseql_event");
                Answer answer = CompletableFuture.supplyAsync(
                                () -> shop.engine.ask(write, Map.of(), Duration.ofMillis(500)))
                        .get(10, TimeUnit.SECONDS);
                assertThat(answer.errorCode()).isEqualTo("TIMEOUT");
            }
            assertThat(shop.rows(STATE)).isEqualTo(before);
            assertThat(shop.events()).isEmpty();
            assertThat(shop.data(write)).isEqualTo("{\"updateAuthor\":{\"name\":\"n\"}}");
        }
    }

    /** Stands for a slow database: the time of a request passes while a statement is under way. */
    private static void park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void mutationsOfARequestStandAloneOrAllTogether(TestDatabase database) {
        try (Shop shop = shop(database, Duration.ofSeconds(30))) {
            String three =
                    " { x: createAuthor(input: {name: \"x\"}) { name } y: createAuthor(input: {name: \"a\"}) { name }"
                            + " z: createAuthor(input: {name: \"z\"}) { name } }";
            Answer all = shop.ask("mutation @transaction" + three);
            assertThat(all.errorCode()).isEqualTo("CONSTRAINT_VIOLATION");
            assertThat(all.tree().at("/errors/0/path/0").asText()).isEqualTo("y");
            assertThat(all.tree().get("data").isNull()).isTrue();
            assertThat(shop.events()).isEmpty();
            Answer alone = shop.ask("mutation" + three);
            assertThat(alone.tree().get("data").toString())
                    .isEqualTo("{\"x\":{\"name\":\"x\"},\"y\":null,\"z\":{\"name\":\"z\"}}");
            assertThat(shop.events()).hasSize(2);
            assertThat(shop.data("mutation @transaction { __typename v: createAuthor(input: {name: \"v\"}) { name }"
                            + " w: updateAuthors(where: {name: {eq: \"v\"}}, set: {name: \"w\"}) { affectedRows } }"))
                    .isEqualTo("{\"__typename\":\"Mutation\",\"v\":{\"name\":\"v\"},\"w\":{\"affectedRows\":1}}");
        }
    }
}
