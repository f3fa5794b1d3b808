package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows written together with their related rows, in one transaction, each with its event. */
class NestedWritesTest {

    private static final String BOOKS = "SELECT id, author_id, title FROM book ORDER BY id";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void aRowIsCreatedWithWhatItRefersToAndWhatRefersToIt(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            assertThat(shop.data("mutation { createBook(input: {title: \"One\", author: {create: {name: \"Ada\","
                            + " books: {create: [{title: \"Zero\"}, {title: \"Minus\", price: \"1.00\"}]}}}})"
                            + " { id title author { name books { id title price } } } }"))
                    .isEqualTo("{\"createBook\":{\"id\":3,\"title\":\"One\",\"author\":{\"name\":\"Ada\",\"books\":["
                            + "{\"id\":1,\"title\":\"Zero\",\"price\":\"9.50\"},{\"id\":2,\"title\":\"Minus\",\"price\":\"1.00\"},"
                            + "{\"id\":3,\"title\":\"One\",\"price\":\"9.50\"}]}}}");
            assertThat(shop.data("mutation { createBooks(inputs: [{title: \"Two\", author: {connect: {id: 1}}},"
                            + " {title: \"Three\", author: {upsert: {input: {name: \"Ada\", born: \"1815-12-10\"}, onConflict: {fields: [name]}}}}])"
                            + " { returning { authorId author { born } } } }"))
                    .isEqualTo("{\"createBooks\":{\"returning\":[{\"authorId\":1,\"author\":{\"born\":\"1815-12-10\"}},"
                            + "{\"authorId\":1,\"author\":{\"born\":\"1815-12-10\"}}]}}");
            assertThat(shop.rows("SELECT entity_type, entity_id, event_type FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly(
                            "Author|1|INSERT",
                            "Book|1|INSERT",
                            "Book|2|INSERT",
                            "Book|3|INSERT",
                            "Book|4|INSERT",
                            "Author|1|UPDATE",
                            "Book|5|INSERT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void relatedRowsAreChangedConnectedAndDeletedWithARow(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data(
                    "mutation { a: createAuthor(input: {name: \"Ada\", books: {create: [{title: \"1\"}, {title: \"2\"}]}}) { id }"
                            + " b: createAuthor(input: {name: \"Bob\", books: {create: [{title: \"3\"}]}}) { id } }");
            assertThat(
                            shop.data(
                                    "mutation { updateAuthor(id: 1, set: {name: \"Ada L.\", books: {"
                                            + "delete: [{id: 1}], update: [{key: {id: 2}, set: {title: \"2b\"}}], connect: [{id: 3}],"
                                            + " create: [{id: 4, title: \"4\"}], upsert: [{input: {id: 9, title: \"9\"}}]}}) { name books { id title } } }"))
                    .isEqualTo(
                            "{\"updateAuthor\":{\"name\":\"Ada L.\",\"books\":[{\"id\":2,\"title\":\"2b\"},{\"id\":3,\"title\":\"3\"},"
                                    + "{\"id\":4,\"title\":\"4\"},{\"id\":9,\"title\":\"9\"}]}}");
            assertThat(
                            shop.data(
                                    "mutation { updateBook(id: 3, set: {author: {update: {name: \"Ada!\"}}}) { author { id name } } }"))
                    .isEqualTo("{\"updateBook\":{\"author\":{\"id\":1,\"name\":\"Ada!\"}}}");
            assertThat(
                            shop.data(
                                    "mutation { updateBook(id: 3, set: {author: {create: {name: \"Eve\"}}}) { author { id name } } }"))
                    .isEqualTo("{\"updateBook\":{\"author\":{\"id\":3,\"name\":\"Eve\"}}}");
            assertThat(shop.rows(BOOKS)).containsExactly("2|1|2b", "3|3|3", "4|1|4", "9|1|9");
            assertThat(
                            shop.rows(
                                    "SELECT entity_type, entity_id, event_type FROM fraiseql_event WHERE sequence > 5 ORDER BY sequence"))
                    .containsExactly(
                            "Author|1|UPDATE",
                            "Book|1|DELETE",
                            "Book|3|UPDATE",
                            "Book|2|UPDATE",
                            "Book|9|INSERT",
                            "Book|4|INSERT",
                            "Author|1|UPDATE",
                            "Author|3|INSERT",
                            "Book|3|UPDATE");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void whatCannotBeIsRefusedAndNothingIsLeft(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { a: createAuthor(input: {name: \"Ada\", books: {create: [{title: \"1\"}]}}) { id }"
                    + " b: createAuthor(input: {name: \"Bob\"}) { id } }");
            List<String> events = shop.events();
            refused(shop, "createBook(input: {title: \"x\"}) { id }", "BAD_USER_INPUT", "authorId");
            refused(shop, "createBook(input: {title: \"x\", author: {}}) { id }", "BAD_USER_INPUT", "nothing");
            refused(
                    shop,
                    "createBook(input: {title: \"x\", author: {connect: {id: 1}, create: {name: \"y\"}}}) { id }",
                    "BAD_USER_INPUT",
                    "exactly one");
            refused(
                    shop,
                    "createBook(input: {title: \"x\", authorId: 1, author: {connect: {id: 1}}}) { id }",
                    "BAD_USER_INPUT",
                    "filled by a relation");
            refused(
                    shop,
                    "createAuthor(input: {name: \"New\", books: {create: [{title: \"a\"}, {title: \"b\", price: \"-1\"}]}}) { id }",
                    "CONSTRAINT_VIOLATION",
                    "CHECK");
            refused(
                    shop,
                    "updateAuthor(id: 2, set: {books: {delete: [{id: 1}]}}) { id }",
                    "NOT_FOUND",
                    "belongs to another");
            refused(
                    shop,
                    "updateAuthor(id: 2, set: {books: {update: [{key: {id: 7}, set: {title: \"x\"}}]}}) { id }",
                    "NOT_FOUND",
                    "no Book");
            refused(
                    shop,
                    "updateAuthor(id: 1, set: {books: {disconnect: [{id: 1}]}}) { id }",
                    "CONSTRAINT_VIOLATION",
                    "authorId");
            refused(
                    shop,
                    "updateAuthors(all: true, set: {books: {create: [{title: \"x\"}]}}) { affectedRows }",
                    "BAD_USER_INPUT",
                    "one row only");
            refused(
                    shop,
                    "upsertBook(input: {title: \"x\", author: {connect: {id: 1}}}) { id }",
                    "BAD_USER_INPUT",
                    "upsert");
            assertThat(shop.rows(BOOKS)).containsExactly("1|1|1");
            assertThat(shop.rows("SELECT name FROM author ORDER BY id")).containsExactly("Ada", "Bob");
            assertThat(shop.events()).isEqualTo(events);
        }
    }

    private static void refused(Shop shop, String field, String code, String message) {
        var answer = shop.ask("mutation { " + field + " }");
        assertThat(answer.errorCode()).as(field + answer.json()).isEqualTo(code);
        assertThat(answer.json()).as(field).contains(message);
    }
}
