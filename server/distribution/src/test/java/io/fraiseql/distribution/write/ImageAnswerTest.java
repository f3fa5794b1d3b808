package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A selection of a written row's own columns is answered without reading the row again, but where the row may have changed since. */
class ImageAnswerTest {

    private static final int WRITE_EVENT_COMMIT = 3;

    @TempDir
    private Path folder;

    private BreakingDatabase counting;

    private Shop shop(TestDatabase database) {
        EngineSettings settings = EngineSettings.open().writing().reading(real -> {
            counting = new BreakingDatabase(real);
            return counting;
        });
        return Shop.open(
                database,
                folder,
                settings,
                List.of(
                        "CREATE TABLE employee (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20) NOT NULL, boss_id INTEGER,"
                                + " FOREIGN KEY (boss_id) REFERENCES employee (id))",
                        "INSERT INTO employee (id, name) VALUES (1, 'one'), (2, 'two')"));
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void ownColumnsAreNotReadAgain(TestDatabase database) {
        try (Shop shop = shop(database)) {
            int readsImages = steps(shop, "createAuthor(input: {name: \"a\"}) { born }") - WRITE_EVENT_COMMIT;
            assertThat(readsImages).isEqualTo(database.isMysqlFamily() ? 1 : 0);

            assertThat(steps(shop, "createAuthor(input: {name: \"b\"}) { __typename key: id name }"))
                    .isEqualTo(WRITE_EVENT_COMMIT + readsImages);
            assertThat(steps(shop, "createAuthors(inputs: [{name: \"c\"}, {name: \"d\"}]) { returning { id } }"))
                    .isEqualTo(WRITE_EVENT_COMMIT + readsImages);
            assertThat(steps(shop, "createAuthor(input: {name: \"e\"}) { id books { id } }"))
                    .isEqualTo(WRITE_EVENT_COMMIT + readsImages + 1);
            assertThat(shop.data("mutation { upsertAuthor(input: {id: 7, name: \"f\"}) { __typename key: id ...N }"
                            + " deleteAuthors(where: {name: {in: [\"f\", \"z\"]}}) { returning { name } }"
                            + " deleteAuthor(id: 99) { id } }"
                            + " fragment N on Author { n: name born @include(if: false) }"))
                    .isEqualTo("{\"upsertAuthor\":{\"__typename\":\"Author\",\"key\":7,\"n\":\"f\"},"
                            + "\"deleteAuthors\":{\"returning\":[{\"name\":\"f\"}]},\"deleteAuthor\":null}");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aRowThatItsRelationsChangedIsRead(TestDatabase database) {
        try (Shop shop = shop(database)) {
            assertThat(shop.data(
                            "mutation { updateEmployee(id: 1, set: {name: \"first\", employees: {connect: [{id: 1}]}})"
                                    + " { name bossId } }"))
                    .isEqualTo("{\"updateEmployee\":{\"name\":\"first\",\"bossId\":1}}");
        }
    }

    private int steps(Shop shop, String write) {
        counting.breakAt(-1, () -> {});
        shop.data("mutation { " + write + " }");
        return counting.steps();
    }
}
