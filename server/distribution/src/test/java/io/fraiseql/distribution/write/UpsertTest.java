package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inserting a row or changing the one that is there, and which of the two the event says. */
class UpsertTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void byThePrimaryKey(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            String upsert = "mutation { upsertStock(input: {shop: \"a\", shelf: 1, amount: %d}) { shop amount } }";
            assertThat(shop.data(upsert.formatted(1))).isEqualTo("{\"upsertStock\":{\"shop\":\"a\",\"amount\":1}}");
            assertThat(shop.data(upsert.formatted(2))).isEqualTo("{\"upsertStock\":{\"shop\":\"a\",\"amount\":2}}");
            assertThat(shop.rows("SELECT shop, shelf, amount FROM stock")).containsExactly("a|1|2");
            assertThat(shop.rows("SELECT event_type, changed_fields FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("INSERT|null", "UPDATE|[\"amount\"]");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void byAnotherUniqueKeyChangingOnlyWhatIsAsked(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\", born: \"1815-12-10\"}) { id } }");
            assertThat(shop.data("mutation { upsertAuthor(input: {name: \"Ada\", born: \"1999-01-01\"},"
                            + " onConflict: {fields: [name], update: []}) { id born } }"))
                    .isEqualTo("{\"upsertAuthor\":{\"id\":1,\"born\":\"1815-12-10\"}}");
            assertThat(shop.data("mutation { upsertAuthor(input: {name: \"Ada\", born: \"1999-01-01\"},"
                            + " onConflict: {fields: [name], update: [born]}) { id born } }"))
                    .isEqualTo("{\"upsertAuthor\":{\"id\":1,\"born\":\"1999-01-01\"}}");
            assertThat(shop.data(
                            "mutation { upsertAuthor(input: {name: \"Eve\"}, onConflict: {fields: [name]}) { id } }"))
                    .isEqualTo("{\"upsertAuthor\":{\"id\":2}}");
            assertThat(shop.rows("SELECT event_type FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("INSERT", "UPDATE", "INSERT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void whatContradictsItselfIsRefused(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthors(inputs: [{name: \"a\"}, {name: \"b\"}]) { affectedRows } }");
            refused(shop, "{name: \"a\"}, onConflict: {fields: []}", "'onConflict.fields' is empty");
            refused(
                    shop,
                    "{name: \"a\"}, onConflict: {fields: [name], update: [born]}",
                    "for which 'input' has no value");
            refused(shop, "{name: \"a\", id: 9}, onConflict: {fields: [name], update: [id]}", "cannot be changed");
            refused(shop, "{name: \"a\", born: null}, onConflict: {fields: [nam]}", "nam");
            assertThat(shop.ask("mutation { upsertAuthor(input: {id: 9, name: \"a\"}) { id } }")
                            .errorCode())
                    .as("another key stands against it")
                    .isEqualTo("CONSTRAINT_VIOLATION");
            assertThat(shop.events()).hasSize(2);
        }
    }

    private static void refused(Shop shop, String arguments, String message) {
        assertThat(shop.ask("mutation { upsertAuthor(input: " + arguments + ") { id } }")
                        .json())
                .contains("\"errors\"", message);
    }
}
