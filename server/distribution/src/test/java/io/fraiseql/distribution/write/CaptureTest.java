package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables with capture triggers: whoever writes, each changed row is one event, with the content that the server would have written. */
class CaptureTest {

    private static final List<String> CASCADING = List.of(
            "CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(20))",
            "CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE)",
            "CREATE TABLE line (id INTEGER PRIMARY KEY, invoice_id INTEGER REFERENCES invoice (id) ON DELETE CASCADE)");

    @TempDir
    private Path folder;

    private int count;

    private Shop captured(TestDatabase database) {
        return captured(database, List.of());
    }

    private Shop captured(TestDatabase database, List<String> more) {
        EngineSettings settings = EngineSettings.open().writing().authored(Triggers.everywhere());
        Shop shop = Shop.open(database, Shop.made(folder.resolve("captured" + count++)), settings, more);
        Triggers.install(shop.target, Triggers.script(shop.engine, database));
        return shop;
    }

    private Shop plain(TestDatabase database) {
        return Shop.open(database, Shop.made(folder.resolve("plain")));
    }

    private static void byMutations(Shop shop) {
        shop.data(
                "mutation { createAuthor(input: {name: \"Ada 'A' \\\"B\\\" \\\\ ä\", born: \"1815-12-10\"}) { id } }");
        shop.data("mutation { createBooks(inputs: [{authorId: 1, title: \"One\", pages: 3},"
                + " {authorId: 1, title: \"Two\", price: \"0.10\", note: \"\"}]) { affectedRows } }");
        shop.data("mutation { updateBook(id: 1, set: {title: \"First\", pages: null}) { id } }");
        shop.data("mutation { updateBooks(all: true, set: {price: \"7.00\"}) { affectedRows } }");
        shop.data("mutation { updateAuthor(id: 1, set: {born: \"1815-12-10\"}) { id } }");
        shop.data("mutation { createStock(input: {shop: \"a,\\\"b\", shelf: 2, amount: 5}) { shop } }");
        shop.data("mutation { updateStock(shop: \"a,\\\"b\", shelf: 2, set: {amount: 6}) { shop } }");
        shop.data("mutation { deleteStock(shop: \"a,\\\"b\", shelf: 2) { shop } }");
        shop.data("mutation { upsertLedger(input: {id: 5, total: 1}) { id } }");
        shop.data("mutation { upsertLedger(input: {id: 5, total: 2}) { id } }");
        shop.data("mutation { deleteBooks(where: {id: {gt: 1}}) { affectedRows } }");
    }

    private static void bySql(Shop shop) {
        Triggers.sql(
                shop.target,
                "INSERT INTO author (name, born) VALUES ('Ada ''A'' \"B\" \\ ä', '1815-12-10')",
                "INSERT INTO book (author_id, title, price, note, pages) VALUES (1, 'One', 9.5, NULL, 3), (1, 'Two', 0.10, '', NULL)",
                "UPDATE book SET title = 'First', pages = NULL WHERE id = 1",
                "UPDATE book SET price = 7",
                "UPDATE author SET born = '1815-12-10' WHERE id = 1",
                "INSERT INTO stock (shop, shelf, amount) VALUES ('a,\"b', 2, 5)",
                "UPDATE stock SET amount = 6",
                "DELETE FROM stock",
                upsert(shop.target.database(), 1),
                upsert(shop.target.database(), 2),
                "DELETE FROM book WHERE id > 1");
    }

    private static String upsert(TestDatabase database, int total) {
        return switch (database) {
            case SQLITE, POSTGRESQL ->
                "INSERT INTO ledger (id, total) VALUES (5, " + total
                        + ") ON CONFLICT (id) DO UPDATE SET total = excluded.total";
            case MARIADB, MYSQL ->
                "INSERT INTO ledger (id, total) VALUES (5, " + total
                        + ") ON DUPLICATE KEY UPDATE total = VALUES (total)";
            case SQLSERVER ->
                "SET IDENTITY_INSERT ledger ON; MERGE INTO ledger AS t USING (SELECT 5 AS id, " + total
                        + " AS total) AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET total = s.total"
                        + " WHEN NOT MATCHED THEN INSERT (id, total) VALUES (s.id, s.total);";
        };
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void mutationsAndPlainSqlGiveTheEventsThatTheServerWrites(TestDatabase database) {
        List<List<Object>> expected = events(plain(database), CaptureTest::byMutations);
        assertThat(expected).hasSize(13);
        assertThat(events(captured(database), CaptureTest::byMutations)).isEqualTo(expected);
        assertThat(events(captured(database), CaptureTest::bySql)).isEqualTo(expected);
    }

    private static List<List<Object>> events(Shop opened, Consumer<Shop> writes) {
        try (Shop shop = opened) {
            writes.accept(shop);
            assertThat(shop.rows("SELECT CASE WHEN count(DISTINCT id) = count(*) THEN 1 ELSE 0 END FROM fraiseql_event"
                            + " WHERE created_at IS NOT NULL"))
                    .containsExactly("1");
            return Triggers.events(shop.target);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void eventsGoWithTheirTransaction(TestDatabase database) {
        try (Shop shop = captured(database)) {
            assertThat(shop.ask("mutation @transaction { createAuthor(input: {name: \"Ada\"}) { id }"
                                    + " again: createAuthor(input: {name: \"Ada\"}) { id } }")
                            .errorCode())
                    .isEqualTo("CONSTRAINT_VIOLATION");
            String begin = database == TestDatabase.SQLSERVER ? "BEGIN TRANSACTION" : "BEGIN";
            Triggers.sql(shop.target, begin + "; INSERT INTO author (name) VALUES ('Eve'); ROLLBACK");
            assertThat(shop.events()).isEmpty();
            shop.data("mutation { createAuthor(input: {name: \"Ada\"}) { id } }");
            assertThat(shop.events()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void rowsThatAForeignKeyDeletesAreEvents(TestDatabase database) {
        if (database.isMysqlFamily()) {
            assertThatThrownBy(() -> captured(database, CASCADING))
                    .hasMessageContaining(
                            "the table invoice is changed by its foreign key invoice_ibfk_1, which fires no triggers");
            return;
        }
        try (Shop shop = captured(database, CASCADING)) {
            shop.data("mutation { createCustomer(input: {id: 1, name: \"Ada\"}) { id } "
                    + "a: createInvoice(input: {id: 1, customerId: 1}) { id } b: createInvoice(input: {id: 2, customerId: 1}) { id } "
                    + "createLine(input: {id: 7, invoiceId: 2}) { id } }");
            shop.data("mutation { deleteCustomer(id: 1) { id } }");
            assertThat(shop.rows("SELECT entity_type, entity_id FROM fraiseql_event WHERE event_type = 'DELETE'"))
                    .containsExactlyInAnyOrder("Customer|1", "Invoice|1", "Invoice|2", "Line|7");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void whoAskedIsInTheEventsOfTheServerAlone(TestDatabase database) {
        try (Shop shop = captured(database)) {
            shop.engine.ask(
                    "mutation { createAuthor(input: {name: \"Ada\"}) { id } }", new Identity("ada", "acme", Set.of()));
            shop.engine.ask("mutation { updateAuthor(id: 1, set: {name: \"A\"}) { id } }", Identity.ANONYMOUS);
            Triggers.sql(shop.target, "UPDATE author SET name = 'B'");
            assertThat(shop.rows("SELECT event_type, user_id, org_id FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("INSERT|ada|acme", "UPDATE|null|null", "UPDATE|null|null");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void aStatementOnManyRowsGivesAnEventForEach(TestDatabase database) {
        try (Shop shop = captured(database)) {
            String insert = "INSERT INTO ledger (id, total) ";
            String numbers = " n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59) ";
            String rows = "SELECT 60 * a.i + b.i + 1, 0 FROM n AS a CROSS JOIN n AS b WHERE a.i < 50";
            Triggers.sql(
                    shop.target,
                    database == TestDatabase.SQLSERVER
                            ? "SET IDENTITY_INSERT ledger ON; WITH" + numbers + insert + rows
                            : insert + "WITH RECURSIVE" + numbers + rows,
                    "UPDATE ledger SET total = total + 1 WHERE id > 1000");
            shop.data("mutation { deleteLedgers(where: {id: {gt: 2000}}) { affectedRows } }");
            assertThat(shop.rows(
                            "SELECT event_type, count(*), count(DISTINCT id), count(DISTINCT entity_id) FROM fraiseql_event"
                                    + " GROUP BY event_type ORDER BY event_type"))
                    .containsExactly("DELETE|1000|1000|1000", "INSERT|3000|3000|3000", "UPDATE|2000|2000|2000");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void oddNamesAreQuoted(TestDatabase database) {
        String table = "\"odd '\"\"table; $fraiseql$\"";
        List<String> odd = List.of("CREATE TABLE " + table
                + " (\"the key\" INTEGER PRIMARY KEY, \"it's \"\"x\"\"\" VARCHAR(40), \"select\" VARCHAR(40))");
        try (Shop shop = captured(database, odd)) {
            Triggers.sql(
                    shop.target, "INSERT INTO " + table + " VALUES (1, '$fraiseql$', NULL)", "DELETE FROM " + table);
            List<List<Object>> events = Triggers.events(shop.target);
            assertThat(events).hasSize(2);
            assertThat(events.get(0).get(3)).isEqualTo(events.get(1).get(4));
            assertThat(events.get(0).get(3).toString()).contains(":\"$fraiseql$\"");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void theScriptMayRunAgainAndTakesAwayWhatIsNotWanted(TestDatabase database) {
        try (Shop shop = captured(database)) {
            Triggers.install(shop.target, Triggers.script(shop.engine, database));
            Triggers.sql(shop.target, "INSERT INTO author (name) VALUES ('Ada')");
            assertThat(shop.events()).hasSize(1);
            var schema = AuthoredSchema.typeKey("Author", "capture", "server")
                    .apply(AuthoredSchema.object(shop.engine.schema().toString()));
            Triggers.install(shop.target, Triggers.script(schema, database));
            Triggers.sql(shop.target, "INSERT INTO author (name) VALUES ('Eve')", "INSERT INTO ledger (id) VALUES (1)");
            assertThat(shop.rows("SELECT entity_type FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("Author", "Ledger");
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void withoutAnOutboxNothingIsInstalled(TestDatabase database) {
        try (Shop shop = plain(database)) {
            shop.target.run(List.of("DROP TABLE fraiseql_event"));
            var schema = Triggers.everywhere()
                    .apply(AuthoredSchema.object(shop.engine.schema().toString()));
            assertThatThrownBy(() -> Triggers.install(shop.target, Triggers.script(schema, database)))
                    .hasMessageContaining("fraiseql_event");
            Triggers.sql(shop.target, "INSERT INTO author (name) VALUES ('Ada')");
        }
    }

    @Test
    void aTableIsNotEmptiedWithoutEvents() {
        try (Shop shop = captured(TestDatabase.POSTGRESQL)) {
            Triggers.sql(shop.target, "INSERT INTO author (name) VALUES ('Ada')");
            assertThatThrownBy(() -> Triggers.sql(shop.target, "TRUNCATE author CASCADE"))
                    .hasMessageContaining("TRUNCATE of author would leave no events; DELETE its rows");
            Triggers.sql(
                    shop.target,
                    "ALTER TABLE author DISABLE TRIGGER fraiseql_capture_truncate; ALTER TABLE book DISABLE TRIGGER fraiseql_capture_truncate;"
                            + " TRUNCATE author CASCADE");
            assertThat(shop.rows("SELECT count(*) FROM author")).containsExactly("0");
        }
    }

    @Test
    void aFunctionWritesThroughTheTriggersAlone() {
        List<String> function = List.of(
                "CREATE TYPE mutation_response AS (status text, message text, entity_id text, entity_type text, entity jsonb, updated_fields text[])",
                """
                CREATE FUNCTION fn_rename(id integer, name text) RETURNS mutation_response LANGUAGE sql AS $$
                  WITH changed AS (UPDATE author AS a SET name = fn_rename.name WHERE a.id = fn_rename.id RETURNING *)
                  SELECT 'updated', NULL, changed.id::text, NULL, to_jsonb(changed), ARRAY['name'] FROM changed $$""");
        String mutations = """
                [{"name": "rename", "return_type": "Author", "sql_source": "fn_rename",
                  "arguments": [{"name": "id", "type": "Int"}, {"name": "name", "type": "String"}]}]""";
        Target target = Shop.target(TestDatabase.POSTGRESQL, folder);
        target.run(function);
        Triggers.sql(target, "INSERT INTO author (name) VALUES ('Ada')");
        EngineSettings settings = EngineSettings.open().writing().authored(schema -> Triggers.everywhere()
                .apply(AuthoredSchema.with(schema, "mutations", mutations)));
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            Triggers.install(target, Triggers.script(engine, TestDatabase.POSTGRESQL));
            assertThat(engine.ask("mutation { rename(id: 1, name: \"Eve\") { name } }", Map.of())
                            .data()
                            .toString())
                    .isEqualTo("{\"rename\":{\"name\":\"Eve\"}}");
        }
        assertThat(Triggers.events(target).toString())
                .isEqualTo("[[Author, 1, UPDATE, {\"id\":1.0,\"born\":null,\"name\":\"Eve\"},"
                        + " {\"id\":1.0,\"born\":null,\"name\":\"Ada\"}, [\"name\"]]]");
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void theServersOwnWritesDropCachedResults(TestDatabase database) {
        EngineSettings settings = EngineSettings.open()
                .writing()
                .authored(Triggers.everywhere())
                .caching(new EngineSettings.Caching(600, 1 << 20, System::nanoTime));
        try (Shop shop = Shop.open(database, folder, settings)) {
            Triggers.install(shop.target, Triggers.script(shop.engine, database));
            assertThat(shop.data("{ authors { name } }")).isEqualTo("{\"authors\":[]}");
            shop.data("mutation { createAuthor(input: {name: \"Ada\"}) { id } }");
            assertThat(shop.data("{ authors { name } }")).isEqualTo("{\"authors\":[{\"name\":\"Ada\"}]}");
        }
    }
}
