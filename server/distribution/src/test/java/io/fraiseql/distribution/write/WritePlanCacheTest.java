package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.execute.EngineStatistics;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutations with other values are not parsed, validated or rendered again. */
class WritePlanCacheTest {

    private static final int REQUESTS = 500;

    @TempDir
    private Path folder;

    @Test
    void otherValuesUseWhatIsThere() {
        try (Shop shop = Shop.open(TestDatabase.SQLITE, folder)) {
            for (int i = 0; i < REQUESTS; i++) {
                run(shop, i);
                if (i == 1) {
                    // Both shapes of the input have been seen.
                    rendered(shop);
                }
            }
            EngineStatistics statistics = shop.engine.statistics();
            assertThat(statistics.parses()).isEqualTo(3);
            assertThat(statistics.validations()).isEqualTo(3);
            assertThat(statistics.renders()).isEqualTo(afterTwo);
            assertThat(statistics.planHits()).isEqualTo(3L * REQUESTS - 3);
        }
    }

    private long afterTwo;

    private void rendered(Shop shop) {
        afterTwo = shop.engine.statistics().renders();
    }

    private static void run(Shop shop, int i) {
        Map<String, Object> input = new HashMap<>(Map.of("shop", "s", "shelf", (long) i, "amount", (long) i));
        shop.data("mutation ($i: StockCreateInput!) { createStock(input: $i) { shop } }", Map.of("i", input));
        Map<String, Object> author = new HashMap<>(Map.of("name", "a" + i));
        if (i % 2 == 1) {
            author.put("born", "2000-01-01");
        }
        shop.data(
                "mutation ($i: [AuthorCreateInput!]!) { createAuthors(inputs: $i) { affectedRows } }",
                Map.of("i", List.of(author)));
        shop.data(
                "mutation ($w: StockWhere!, $s: StockSetInput!) { updateStocks(where: $w, set: $s) { affectedRows } }",
                Map.of("w", Map.of("shelf", Map.of("eq", (long) i)), "s", Map.of("amount", (long) -i)));
    }
}
