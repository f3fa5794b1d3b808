package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating, changing and deleting one row: what is answered, what the table holds and what the outbox says. */
class OneRowTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aNewRowGetsItsDefaultsAndIsAnsweredWithItsRelations(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\"}) { id } }");
            assertThat(shop.data("mutation { createBook(input: {authorId: 1, title: \"One\", pages: 3}) "
                            + "{ id title price note cents author { name books { title } } } }"))
                    .isEqualTo("{\"createBook\":{\"id\":1,\"title\":\"One\",\"price\":\"9.50\",\"note\":null,"
                            + "\"cents\":\"300\",\"author\":{\"name\":\"Ada\",\"books\":[{\"title\":\"One\"}]}}}");
            assertThat(shop.events())
                    .containsExactly(
                            "Author|1|INSERT|" + json(database, "{\"id\":1,\"name\":\"Ada\",\"born\":null}")
                                    + "|null|null",
                            "Book|1|INSERT|"
                                    + json(
                                            database,
                                            "{\"id\":1,\"authorId\":1,\"title\":\"One\",\"price\":\"9.50\",\"note\":null,"
                                                    + "\"pages\":3,\"cents\":\"300\"}")
                                    + "|null|null");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void anUpdateWritesNullAndLeavesAloneWhatIsAbsent(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\", born: \"1815-12-10\"}) { id } }");
            assertThat(shop.data("mutation { updateAuthor(id: 1, set: {name: \"Ada L.\"}) { name born } }"))
                    .isEqualTo("{\"updateAuthor\":{\"name\":\"Ada L.\",\"born\":\"1815-12-10\"}}");
            assertThat(shop.data("mutation { updateAuthor(id: 1, set: {born: null}) { name born } }"))
                    .isEqualTo("{\"updateAuthor\":{\"name\":\"Ada L.\",\"born\":null}}");
            assertThat(shop.events().get(2))
                    .isEqualTo("Author|1|UPDATE|" + json(database, "{\"id\":1,\"name\":\"Ada L.\",\"born\":null}") + "|"
                            + json(database, "{\"id\":1,\"name\":\"Ada L.\",\"born\":\"1815-12-10\"}") + "|[\"born\"]");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void variablesThatAreLeftOutAreAbsentInTheInput(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\", born: \"1815-12-10\"}) { id } }");
            String document =
                    "mutation ($n: String, $b: Date) { updateAuthor(id: 1, set: {name: $n, born: $b}) { name born } }";
            assertThat(shop.data(document, Map.of("n", "Eve")).toString())
                    .isEqualTo("{\"updateAuthor\":{\"name\":\"Eve\",\"born\":\"1815-12-10\"}}");
            Map<String, Object> born = new HashMap<>();
            born.put("b", null);
            assertThat(shop.data(document, born).toString())
                    .isEqualTo("{\"updateAuthor\":{\"name\":\"Eve\",\"born\":null}}");
            assertThat(shop.ask(document, Map.of()).errorCode()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aDeletedRowIsAnsweredAsItWas(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {name: \"Ada\"}) { id } }");
            shop.data("mutation { createBook(input: {authorId: 1, title: \"One\"}) { id } }");
            assertThat(shop.data("mutation { deleteBook(id: 1) { title author { name } } }"))
                    .isEqualTo("{\"deleteBook\":{\"title\":\"One\",\"author\":{\"name\":\"Ada\"}}}");
            assertThat(shop.rows("SELECT count(*) FROM book")).containsExactly("0");
            assertThat(shop.events().get(2)).startsWith("Book|1|DELETE|null|{").endsWith("|null");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aRowThatIsNotThereIsNull(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThat(shop.data(
                            "mutation { updateAuthor(id: 7, set: {name: \"x\"}) { id } deleteAuthor(id: 7) { id } }"))
                    .isEqualTo("{\"updateAuthor\":null,\"deleteAuthor\":null}");
            assertThat(shop.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aKeyOfSeveralColumns(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThat(shop.data(
                            "mutation { createStock(input: {shop: \"a,\\\"b\", shelf: 2, amount: 5}) { shop shelf } }"))
                    .isEqualTo("{\"createStock\":{\"shop\":\"a,\\\"b\",\"shelf\":2}}");
            assertThat(shop.data("mutation { updateStock(shop: \"a,\\\"b\", shelf: 2, set: {amount: 6}) { amount } "
                            + "deleteStock(shop: \"a,\\\"b\", shelf: 2) { amount } }"))
                    .isEqualTo("{\"updateStock\":{\"amount\":6},\"deleteStock\":{\"amount\":6}}");
            assertThat(shop.rows("SELECT DISTINCT entity_id FROM fraiseql_event"))
                    .containsExactly("[\"a,\\\"b\",2]");
        }
    }

    /** PostgreSQL and MySQL order the members of an object by the length of their names. */
    private static String json(TestDatabase database, String members) {
        return database == TestDatabase.POSTGRESQL || database == TestDatabase.MYSQL ? JsonbOrder.of(members) : members;
    }
}
