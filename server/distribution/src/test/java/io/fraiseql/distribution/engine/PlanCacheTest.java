package io.fraiseql.distribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.execute.EngineStatistics;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values change with every request; nothing is parsed, validated or rendered for them again. */
final class PlanCacheTest {

    private static final int REQUESTS = 10_000;
    private static final List<String> DOCUMENTS = List.of(
            "query ($id: Int!) { shelf(id: $id) { id label } }",
            "query ($ids: [Int!]!, $n: Int) { books(where: {id: {in: $ids}}, limit: $n) { title } }",
            "query ($w: BookWhere!, $o: [BookOrderBy!]) { books(where: $w, orderBy: $o) { id shelf { label } } }",
            "query ($t: String!, $n: Int, $m: Int) { shelves(where: {books: {some: {title: {startsWith: $t}}}},"
                    + " limit: $n) { books(offset: $m, limit: $n) { id } } }");

    @TempDir
    private Path folder;

    @Test
    void tenThousandRequestsAreCompiledOncePerShape() {
        Target target = Shelves.on(TestDatabase.SQLITE, folder);
        Shelves.fill(target, 3, 3, 1, 1);
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            Random random = new Random(1);
            for (int document = 0; document < DOCUMENTS.size(); document++) {
                assertThat(ask(engine, document, random).errorCode()).isEmpty();
            }
            EngineStatistics statistics = engine.statistics();
            assertThat(statistics.parses()).isEqualTo(DOCUMENTS.size());
            assertThat(statistics.renders()).isEqualTo(DOCUMENTS.size());
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(ask(engine, i % DOCUMENTS.size(), random).outcome().cached())
                        .isTrue();
            }
            assertThat(statistics.parses()).isEqualTo(DOCUMENTS.size());
            assertThat(statistics.validations()).isEqualTo(DOCUMENTS.size());
            assertThat(statistics.renders()).isEqualTo(DOCUMENTS.size());
            assertThat(statistics.planHits()).isEqualTo(REQUESTS);
        }
    }

    @Test
    void otherShapesAreOtherPlans() {
        Target target = Shelves.on(TestDatabase.SQLITE, folder);
        Shelves.fill(target, 2, 2, 1, 1);
        try (TestingEngine engine = TestingEngine.open(target, EngineSettings.open())) {
            String document = "query ($w: BookWhere, $o: [BookOrderBy!]) { books(where: $w, orderBy: $o) { id } }";
            assertThat(ids(engine, document, Map.of("w", Map.of("id", Map.of("gt", 1L)))))
                    .isEqualTo("[2, 3]");
            assertThat(ids(engine, document, Map.of("w", Map.of("id", Map.of("lt", 1L)))))
                    .isEqualTo("[0]");
            assertThat(ids(engine, document, Map.of())).isEqualTo("[0, 1, 2, 3]");
            assertThat(ids(engine, document, Map.of("o", List.of(Map.of("id", "DESC")))))
                    .isEqualTo("[3, 2, 1, 0]");
            assertThat(ids(engine, document, Map.of("o", List.of(Map.of("id", "ASC")))))
                    .isEqualTo("[0, 1, 2, 3]");
            assertThat(engine.statistics().parses()).isEqualTo(1);
            assertThat(engine.statistics().renders()).isEqualTo(5);
        }
    }

    private static String ids(TestingEngine engine, String document, Map<String, Object> variables) {
        return engine.ask(document, variables).data().findValues("id").toString();
    }

    private static Answer ask(TestingEngine engine, int document, Random random) {
        Map<String, Object> variables = new HashMap<>();
        long number = random.nextInt(1000);
        switch (document) {
            case 0 -> variables.put("id", number);
            case 1 -> {
                variables.put(
                        "ids",
                        random.ints(random.nextInt(5), 0, 9)
                                .mapToObj(id -> (Object) (long) id)
                                .toList());
                variables.put("n", number);
            }
            case 2 -> {
                variables.put("w", Map.of("title", Map.of("contains", "b" + number)));
                variables.put("o", List.of(Map.of("title", "DESC")));
            }
            default -> variables.putAll(Map.of("t", "x" + number, "n", number, "m", number));
        }
        return engine.ask(DOCUMENTS.get(document), variables);
    }
}
