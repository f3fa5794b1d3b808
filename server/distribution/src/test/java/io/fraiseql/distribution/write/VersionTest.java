package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A version column: nobody overwrites what they have not seen, whoever else writes. */
class VersionTest {

    private static final int WRITERS = 4;
    private static final int EACH = 15;

    @TempDir
    private Path folder;

    private Shop shop(TestDatabase database) {
        EngineSettings settings =
                EngineSettings.open().writing().authored(AuthoredSchema.typeKey("Ledger", "version_column", "version"));
        return Shop.open(
                database, folder, settings, List.of("ALTER TABLE ledger ADD COLUMN version BIGINT NOT NULL DEFAULT 1"));
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aChangeOfAnotherVersionIsRefused(TestDatabase database) {
        try (Shop shop = shop(database)) {
            assertThat(shop.data("mutation { createLedger(input: {total: 5}) { id version } }"))
                    .isEqualTo("{\"createLedger\":{\"id\":1,\"version\":\"1\"}}");
            assertThat(shop.data("mutation { updateLedger(id: 1, version: 1, set: {total: 6}) { version total } }"))
                    .isEqualTo("{\"updateLedger\":{\"version\":\"2\",\"total\":6}}");
            assertThat(shop.ask("mutation { updateLedger(id: 1, version: 1, set: {total: 7}) { total } }")
                            .errorCode())
                    .isEqualTo("CONFLICT");
            assertThat(shop.ask("mutation { deleteLedger(id: 1, version: 1) { total } }")
                            .errorCode())
                    .isEqualTo("CONFLICT");
            assertThat(shop.data("mutation { updateLedger(id: 9, version: 1, set: {total: 7}) { total } "
                            + "updateLedgers(all: true, set: {total: 8}) { returning { version } } }"))
                    .isEqualTo("{\"updateLedger\":null,\"updateLedgers\":{\"returning\":[{\"version\":\"3\"}]}}");
            assertThat(shop.ask("mutation { updateLedger(id: 1, set: {total: 7}) { total } }")
                            .errorCode())
                    .as("the version must be told")
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
            assertThat(shop.data("mutation { deleteLedger(id: 1, version: 3) { total } }"))
                    .isEqualTo("{\"deleteLedger\":{\"total\":8}}");
            assertThat(shop.events()).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void writersAtTheSameTimeLoseNoUpdate(TestDatabase database) throws Exception {
        try (Shop shop = shop(database)) {
            shop.data("mutation { createLedger(input: {}) { id } }");
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            try {
                Callable<Integer> writer =
                        () -> IntStream.range(0, EACH).map(i -> increment(shop)).sum();
                for (Future<Integer> done : writers.invokeAll(List.of(writer, writer, writer, writer))) {
                    done.get();
                }
            } finally {
                writers.shutdownNow();
            }
            assertThat(shop.rows("SELECT total, version FROM ledger"))
                    .containsExactly(WRITERS * EACH + "|" + (WRITERS * EACH + 1));
            assertThat(shop.rows("SELECT count(*) FROM fraiseql_event WHERE event_type = 'UPDATE'"))
                    .containsExactly("" + WRITERS * EACH);
        }
    }

    /** Reads, adds one and writes, until nobody was faster; returns how often somebody was. */
    private static int increment(Shop shop) {
        int conflicts = 0;
        while (true) {
            var row = shop.data("query { ledger(id: 1) { total version } }", Map.of())
                    .get("ledger");
            Map<String, Object> values = Map.of(
                    "v", row.get("version").asText(), "t", row.get("total").asLong() + 1);
            var answer = shop.ask(
                    "mutation ($v: BigInt!, $t: Int) { updateLedger(id: 1, version: $v, set: {total: $t}) { total } }",
                    values);
            if (answer.errorCode().isEmpty()) {
                return conflicts;
            }
            assertThat(answer.errorCode()).as(answer.json()).isEqualTo("CONFLICT");
            conflicts++;
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void transactionsThatLockEachOtherOutAreRunAgain(TestDatabase database) throws Exception {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createLedgers(inputs: [{}, {}]) { affectedRows } }");
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Callable<String>> crossing = List.of(
                        () -> cross(shop, 1, 2),
                        () -> cross(shop, 2, 1),
                        () -> cross(shop, 1, 2),
                        () -> cross(shop, 2, 1));
                for (Future<String> done : writers.invokeAll(crossing)) {
                    assertThat(done.get()).isEmpty();
                }
            } finally {
                writers.shutdownNow();
            }
            assertThat(shop.rows("SELECT count(*) FROM fraiseql_event WHERE event_type = 'UPDATE'"))
                    .containsExactly("" + WRITERS * EACH * 2);
        }
    }

    private static String cross(Shop shop, int first, int second) {
        for (int i = 0; i < EACH; i++) {
            String error = shop.ask("mutation @transaction { a: updateLedger(id: " + first + ", set: {total: " + i
                            + "}) { id } " + "b: updateLedger(id: " + second + ", set: {total: " + i + "}) { id } }")
                    .errorCode();
            if (!error.isEmpty()) {
                return error;
            }
        }
        return "";
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void upsertsOfOneNewRowAtTheSameTimeAllAnswer(TestDatabase database) throws Exception {
        try (Shop shop = Shop.open(database, folder)) {
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            try {
                for (int round = 0; round < EACH; round++) {
                    String document = "mutation { upsertStock(input: {shop: \"s\", shelf: " + round
                            + ", amount: 1}) { amount } }";
                    Callable<String> upsert = () -> shop.ask(document).errorCode();
                    for (Future<String> done : writers.invokeAll(List.of(upsert, upsert, upsert, upsert))) {
                        assertThat(done.get()).isEmpty();
                    }
                }
            } finally {
                writers.shutdownNow();
            }
            assertThat(shop.rows("SELECT event_type, count(*) FROM fraiseql_event GROUP BY 1 ORDER BY 1"))
                    .containsExactly("INSERT|" + EACH, "UPDATE|" + EACH * (WRITERS - 1));
        }
    }
}
