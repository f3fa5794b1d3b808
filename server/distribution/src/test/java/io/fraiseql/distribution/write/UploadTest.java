package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.upload.UploadBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of rows with ids: each is written whole, with its events, and once. */
@Timeout(120)
class UploadTest {

    private static final int CALLERS = 4;
    private static final String COUNTS = "SELECT (SELECT count(*) FROM stock), (SELECT count(*) FROM fraiseql_event),"
            + " (SELECT count(*) FROM fraiseql_batch)";

    @TempDir
    private Path folder;

    private static RequestContext context(Identity identity) {
        return new RequestContext(
                "test", identity, System.nanoTime() + Duration.ofSeconds(60).toNanos());
    }

    private static UploadBatch batch(String id, Object... amounts) {
        List<Map<String, Object>> rows = Stream.iterate(0, i -> i < amounts.length, i -> i + 1)
                .map(i -> Map.of("shop", "s'" + i, "shelf", (Object) (long) i, "amount", amounts[i]))
                .toList();
        return new UploadBatch(id, List.of(rows.subList(0, 1), rows.subList(1, rows.size())));
    }

    private static long write(Shop shop, UploadBatch batch) {
        return shop.engine.uploads().write("stock", batch, context(Identity.ANONYMOUS));
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aBatchIsWrittenOnceHoweverOftenAndByHoweverManyItIsSent(TestDatabase database) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Shop shop = Shop.open(database, folder)) {
            CyclicBarrier together = new CyclicBarrier(CALLERS);
            Callable<Long> send = () -> {
                together.await(30, TimeUnit.SECONDS);
                return write(shop, batch("one", 1L, 2L, 3L));
            };
            for (Future<Long> answer : callers.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get()).isEqualTo(3);
            }
            assertThat(write(shop, batch("one", 1L, 2L, 3L))).isEqualTo(3);
            assertThat(shop.rows(COUNTS)).containsExactly("3|3|1");
            assertThat(shop.events())
                    .contains("Stock|[\"s'2\",2]|INSERT|{\"shop\":\"s'2\",\"shelf\":2,\"amount\":3}|null|null");
            assertThatThrownBy(() -> write(shop, batch("one", 1L, 2L, 4L))).hasMessageContaining("other rows");
            assertThatThrownBy(() -> shop.engine
                            .uploads()
                            .write("stock", batch("one", 1L, 2L, 3L), context(new Identity(null, "acme", Set.of()))))
                    .as("another organisation's id is another one")
                    .hasMessageContaining("another row has this value");
        } finally {
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aBatchThatIsRefusedIsNotRemembered(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThatThrownBy(() -> write(shop, batch("one", 1L, 2L, "many")))
                    .hasMessageContaining("of the rows from 2 on")
                    .hasMessageContaining("inputs[1].amount");
            shop.data("mutation { createStock(input: {shop: \"s'2\", shelf: 2, amount: 9}) { shelf } }");
            assertThatThrownBy(() -> write(shop, batch("one", 1L, 2L, 3L)))
                    .hasMessageContaining("another row has this value");
            assertThat(shop.rows(COUNTS)).containsExactly("1|1|0");
            shop.data("mutation { deleteStock(shop: \"s'2\", shelf: 2) { shelf } }");
            assertThat(write(shop, batch("one", 1L, 2L, 3L))).isEqualTo(3);
            assertThat(shop.rows(COUNTS)).containsExactly("3|5|1");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void eventsAreAppendedOnceAndBatchesForgottenInTheEnd(TestDatabase database) {
        EngineSettings settings = EngineSettings.open().writing(new MutationOptions(1, true, Duration.ZERO));
        try (Shop shop = Shop.open(database, folder, settings)) {
            UploadBatch events = new UploadBatch(
                    "e",
                    List.of(List.of(Map.of("entity_id", "a|1", "data", "{\"amount\": 5}"), Map.of("entity_id", "b"))));
            assertThat(shop.engine.uploads().append("Stock", events, context(Identity.ANONYMOUS)))
                    .isEqualTo(2);
            assertThat(shop.events())
                    .containsExactly("Stock|a|1|CUSTOM|{\"amount\":5}|null|null", "Stock|b|CUSTOM|null|null|null");
            assertThat(write(shop, batch("other", 1L, 2L)))
                    .as("more than maxRows")
                    .isEqualTo(2);
            assertThat(shop.rows("SELECT row_count FROM fraiseql_batch")).containsExactly("2");
            UploadBatch wrong = new UploadBatch(
                    "w", List.of(List.of(Map.of("entity_id", "c"), Map.of("entity_id", "c", "data", "[1"))));
            assertThatThrownBy(() -> shop.engine.uploads().append("Stock", wrong, context(Identity.ANONYMOUS)))
                    .hasMessageContaining("data must be a JSON object");
            assertThat(shop.rows("SELECT count(*) FROM fraiseql_event")).containsExactly("4");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void columnsAreThoseOfANewRow(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            List<RowField> columns = shop.engine.uploads().columns("book");
            assertThat(columns)
                    .extracting(column -> column.name() + " " + column.type() + (column.nullable() ? "?" : ""))
                    .containsExactly(
                            "id INT?", "authorId INT", "title TEXT", "price DECIMAL?", "note TEXT?", "pages INT?");
            assertThat(columns.get(3).precision()).isEqualTo(10);
            assertThatThrownBy(() -> shop.engine.uploads().columns("bock"))
                    .hasMessageContaining("did you mean 'book'?");
        }
    }
}
