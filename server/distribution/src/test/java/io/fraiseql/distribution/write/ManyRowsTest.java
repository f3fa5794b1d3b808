package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing many rows at once: their order, their number, what is refused. */
class ManyRowsTest {

    private static final int BULK = 10_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void rowsOfDifferentFieldsComeBackInTheOrderOfTheInputs(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThat(shop.data("mutation { createAuthors(inputs: [{name: \"b\", born: \"2000-02-03\"}, {name: \"a\"},"
                            + " {name: \"d\", born: null}, {name: \"c\", id: 40}]) "
                            + "{ n: affectedRows returning { name born } ids: returning { id } __typename } }"))
                    .isEqualTo(
                            "{\"createAuthors\":{\"n\":4,\"returning\":["
                                    + "{\"name\":\"b\",\"born\":\"2000-02-03\"},{\"name\":\"a\",\"born\":null},"
                                    + "{\"name\":\"d\",\"born\":null},{\"name\":\"c\",\"born\":null}],"
                                    + "\"ids\":[{\"id\":1},{\"id\":3},{\"id\":2},{\"id\":40}],\"__typename\":\"AuthorWriteResult\"}}");
            assertThat(shop.rows("SELECT entity_id FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("1", "3", "2", "40");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void rowsAreChangedAndDeletedByAFilterOrAll(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data(
                    "mutation { createAuthors(inputs: [{name: \"a\"}, {name: \"b\"}, {name: \"c\"}]) { affectedRows } }");
            shop.data(
                    "mutation { createBooks(inputs: [{authorId: 1, title: \"x\"}, {authorId: 2, title: \"y\"}]) { affectedRows } }");
            assertThat(shop.data("mutation { updateBooks(where: {author: {name: {eq: \"b\"}}}, set: {note: \"n\"}) "
                            + "{ affectedRows returning { title note author { name } } } }"))
                    .isEqualTo("{\"updateBooks\":{\"affectedRows\":1,\"returning\":["
                            + "{\"title\":\"y\",\"note\":\"n\",\"author\":{\"name\":\"b\"}}]}}");
            assertThat(shop.data(
                            "mutation { deleteAuthors(where: {books: {none: {id: {gt: 0}}}}) { returning { name } } "
                                    + "updateAuthors(all: true, set: {born: \"1990-01-01\"}) { affectedRows } "
                                    + "deleteBooks(all: true) { affectedRows returning { title author { name } } } }"))
                    .isEqualTo("{\"deleteAuthors\":{\"returning\":[{\"name\":\"c\"}]},"
                            + "\"updateAuthors\":{\"affectedRows\":2},"
                            + "\"deleteBooks\":{\"affectedRows\":2,\"returning\":[{\"title\":\"x\",\"author\":{\"name\":\"a\"}},"
                            + "{\"title\":\"y\",\"author\":{\"name\":\"b\"}}]}}");
            assertThat(shop.rows(
                            "SELECT entity_type, event_type, count(*) FROM fraiseql_event GROUP BY 1, 2 ORDER BY 1, 2"))
                    .containsExactly(
                            "Author|DELETE|1",
                            "Author|INSERT|3",
                            "Author|UPDATE|2",
                            "Book|DELETE|2",
                            "Book|INSERT|2",
                            "Book|UPDATE|1");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void noInputsWriteNothing(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThat(
                            shop.data(
                                    "mutation { createAuthors(inputs: []) { affectedRows returning { id } } "
                                            + "updateAuthors(where: {id: {eq: 1}}, set: {name: \"x\"}) { affectedRows returning { id } } }"))
                    .isEqualTo("{\"createAuthors\":{\"affectedRows\":0,\"returning\":[]},"
                            + "\"updateAuthors\":{\"affectedRows\":0,\"returning\":[]}}");
            assertThat(shop.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void keysOfSeveralColumnsAndRowsOfDefaults(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data(
                    "mutation { createStocks(inputs: [{shop: \"a\", shelf: 1, amount: 1}, {shop: \"a\", shelf: 2, amount: 2},"
                            + " {shop: \"b\", shelf: 1, amount: 3}]) { affectedRows } }");
            assertThat(
                            shop.data(
                                    "mutation { updateStocks(where: {shelf: {eq: 1}}, set: {amount: 9}) { returning { shop shelf amount } } "
                                            + "deleteStocks(where: {shop: {eq: \"a\"}}) { returning { shelf } } createLedgers(inputs: [{}, {}]) { returning { id total } } }"))
                    .isEqualTo("{\"updateStocks\":{\"returning\":[{\"shop\":\"a\",\"shelf\":1,\"amount\":9},"
                            + "{\"shop\":\"b\",\"shelf\":1,\"amount\":9}]},"
                            + "\"deleteStocks\":{\"returning\":[{\"shelf\":1},{\"shelf\":2}]},"
                            + "\"createLedgers\":{\"returning\":[{\"id\":1,\"total\":0},{\"id\":2,\"total\":0}]}}");
            assertThat(shop.rows("SELECT shop, shelf, amount FROM stock")).containsExactly("b|1|9");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void moreRowsThanAllowedAreRefusedAndNothingIsWritten(TestDatabase database) {
        EngineSettings settings = EngineSettings.open().writing(new MutationOptions(2, true));
        try (Shop shop = Shop.open(database, folder, settings)) {
            String three =
                    "mutation { createAuthors(inputs: [{name: \"a\"}, {name: \"b\"}, {name: \"c\"}]) { affectedRows } }";
            assertThat(shop.ask(three).json()).contains("BAD_USER_INPUT", "mutation.maxRows");
            shop.target.run(List.of("INSERT INTO author (name) VALUES ('a'), ('b'), ('c')"));
            assertThat(shop.ask("mutation { updateAuthors(all: true, set: {name: \"x\"}) { affectedRows } }")
                            .json())
                    .contains("BAD_USER_INPUT", "mutation.maxRows");
            assertThat(shop.ask("mutation { deleteAuthors(all: true) { affectedRows } }")
                            .json())
                    .contains("BAD_USER_INPUT", "mutation.maxRows");
            assertThat(shop.rows("SELECT name FROM author ORDER BY name")).containsExactly("a", "b", "c");
            assertThat(shop.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void tenThousandRowsAreOneStatementEachWay(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            List<Object> inputs = new ArrayList<>();
            for (int i = 0; i < BULK; i++) {
                inputs.add(Map.of("shop", "s'" + i % 7, "shelf", (long) i, "amount", (long) -i));
            }
            String document =
                    "mutation ($rows: [StockCreateInput!]!) { createStocks(inputs: $rows) { affectedRows returning { shelf } } }";
            long rendered = shop.engine.statistics().renders();
            JsonNode created = shop.data(document, Map.of("rows", inputs)).get("createStocks");
            assertThat(created.get("affectedRows").asInt()).isEqualTo(BULK);
            assertThat(created.at("/returning/" + (BULK - 1) + "/shelf").asInt())
                    .isEqualTo(BULK - 1);
            assertThat(shop.engine.statistics().renders() - rendered)
                    .as("one plan and one insert, however many rows")
                    .isEqualTo(2);
            assertThat(shop.rows("SELECT count(*), sum(amount) FROM stock"))
                    .containsExactly(BULK + "|-" + BULK / 2 * (BULK - 1));
            assertThat(shop.rows("SELECT count(DISTINCT id) FROM fraiseql_event"))
                    .containsExactly("" + BULK);
            assertThat(shop.data("mutation { deleteStocks(all: true) { affectedRows } }"))
                    .isEqualTo("{\"deleteStocks\":{\"affectedRows\":" + BULK + "}}");
            assertThat(shop.rows("SELECT count(*) FROM stock")).containsExactly("0");
        }
    }
}
