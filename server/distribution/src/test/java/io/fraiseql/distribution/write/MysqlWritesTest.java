package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes where MySQL and MariaDB are unlike the others: keys that nobody tells, collations, locks, triggers. */
class MysqlWritesTest {

    private static final int ROWS = 700;

    @TempDir
    private Path folder;

    private static List<Object> names(String prefix) {
        List<Object> inputs = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            inputs.add(Map.of("name", prefix + i));
        }
        return inputs;
    }

    private static void createAll(TestingEngine engine, Target target, String prefix) {
        JsonNode rows = engine.ask(
                        "mutation ($v: [AuthorCreateInput!]!) { w: createAuthors(inputs: $v) { returning { id name } } }",
                        Map.of("v", names(prefix)))
                .data()
                .at("/w/returning");
        assertThat(rows).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows.get(i).get("name").asText()).isEqualTo(prefix + i);
        }
        List<List<String>> stored = target.rows("SELECT id FROM author WHERE name LIKE '" + prefix + "%' ORDER BY id");
        assertThat(rows.findValues("id").stream().map(JsonNode::asText))
                .isEqualTo(stored.stream().map(row -> row.get(0)).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void manyRowsGetTheirOwnKeysWhoeverInsertsBesides(TestDatabase database) throws Exception {
        Target shop = Shop.target(database, folder);
        Target target = new Target(shop.url() + "&sessionVariables=auto_increment_increment=3", 3);
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing())) {
            ExecutorService writers = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Object>> both = List.of(
                        () -> {
                            createAll(engine, target, "x");
                            return "";
                        },
                        () -> {
                            createAll(engine, target, "y");
                            return "";
                        });
                for (Future<Object> done : writers.invokeAll(both, 2, TimeUnit.MINUTES)) {
                    done.get();
                }
            } finally {
                writers.shutdownNow();
            }
            assertThat(target.rows("SELECT COUNT(*), COUNT(DISTINCT entity_id) FROM fraiseql_event"))
                    .containsExactly(List.of("" + 2 * ROWS, "" + 2 * ROWS));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void keysOfUuidsAreMadeWhereTheDatabaseWouldNotTellThem(TestDatabase database) {
        String bytes = database == TestDatabase.MYSQL ? "uuid_to_bin(uuid())" : "unhex(replace(uuid(), '-', ''))";
        Target target = Target.create(database, folder);
        target.run(List.of(
                "CREATE TABLE tag (id CHAR(36) NOT NULL DEFAULT (uuid()) PRIMARY KEY, name VARCHAR(20))",
                "CREATE TABLE mark (id BINARY(16) NOT NULL DEFAULT (" + bytes + ") PRIMARY KEY, name VARCHAR(20))",
                "CREATE TABLE code (id INT NOT NULL DEFAULT 7 PRIMARY KEY, name VARCHAR(20))"));
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing())) {
            for (String type : List.of("Tag", "Mark")) {
                JsonNode made = engine.ask(
                                "mutation { one: create" + type + "(input: {name: \"a\"}) { id name } many: create"
                                        + type
                                        + "s(inputs: [{name: \"b\"}, {name: \"c\"}]) { returning { id name } } }",
                                Map.of())
                        .data();
                assertThat(made.findValuesAsText("name")).containsExactly("a", "b", "c");
                String id = made.at("/many/returning/1/id").asText();
                assertThat(engine.ask(
                                        "mutation { update" + type + "(id: \"" + id
                                                + "\", set: {name: \"d\"}) { id name } }",
                                        Map.of())
                                .data()
                                .toString())
                        .isEqualTo("{\"update" + type + "\":{\"id\":\"" + id + "\",\"name\":\"d\"}}");
            }
            assertThat(engine.ask("mutation { createCode(input: {name: \"a\"}) { id } }", Map.of())
                            .json())
                    .contains("BAD_USER_INPUT", "a new Code needs a value for 'id'");
            assertThat(target.rows("SELECT COUNT(*) FROM code")).containsExactly(List.of("0"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void anUpsertChangesNoRowThatOnlyTheCollationTakesForTheSame(TestDatabase database) {
        try (Shop shop = Shop.open(database, folder)) {
            shop.data("mutation { createAuthor(input: {id: 0, name: \"Ada\", born: \"1815-12-10\"}) { id } }");
            Answer answer = shop.ask("mutation { upsertAuthor(input: {name: \"ADA\", born: null},"
                    + " onConflict: {fields: [name]}) { id } }");
            assertThat(answer.errorCode()).isEqualTo("CONSTRAINT_VIOLATION");
            assertThat(answer.json()).contains("\"fields\":[\"name\"]");
            assertThat(shop.rows("SELECT id, name, born FROM author")).containsExactly("0|Ada|1815-12-10");
            assertThat(shop.ask("mutation { createAuthor(input: {id: null, name: \"b\"}) { id } }")
                            .json())
                    .contains("'id' is of the key and cannot be null");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void rowsAreCountedThoughNothingInThemChanges(TestDatabase database) {
        try (Shop shop = Shop.open(
                database,
                folder,
                EngineSettings.open().writing(),
                List.of("CREATE TABLE odd (c0 INT PRIMARY KEY, `ordinal` INT NOT NULL, note VARCHAR(9))"))) {
            shop.data("mutation { createOdds(inputs: [{c0: 1, ordinal: 5}, {c0: 2, ordinal: 5, note: \"x\"}]) "
                    + "{ affectedRows } }");
            assertThat(shop.data("mutation { a: updateOdds(where: {ordinal: {eq: 5}}, set: {ordinal: 5})"
                            + " { affectedRows } b: updateOdds(where: {note: {eq: \"x\"}}, set: {note: \"y\"})"
                            + " { returning { c0 note } } c: updateOdd(c0: 2, set: {note: \"y\"}) { note }"
                            + " d: deleteOdds(where: {ordinal: {eq: 5}}) { affectedRows } }"))
                    .isEqualTo("{\"a\":{\"affectedRows\":2},\"b\":{\"returning\":[{\"c0\":2,\"note\":\"y\"}]},"
                            + "\"c\":{\"note\":\"y\"},\"d\":{\"affectedRows\":2}}");
            assertThat(shop.rows("SELECT changed_fields FROM fraiseql_event WHERE event_type = 'UPDATE'"
                            + " ORDER BY sequence"))
                    .containsExactly("[]", "[]", "[\"note\"]", "[]");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aKeyThatATriggerChangesIsAnErrorAndLeavesNothing(TestDatabase database) {
        try (Shop shop = Shop.open(
                database,
                folder,
                EngineSettings.open().writing(),
                List.of(
                        "CREATE TRIGGER upper_case BEFORE INSERT ON stock FOR EACH ROW SET NEW.shop = UPPER(NEW.shop)"))) {
            Answer answer = shop.ask("mutation { createStock(input: {shop: \"a\", shelf: 1, amount: 1}) { amount } }");
            assertThat(answer.errorCode()).isEqualTo("INTERNAL");
            assertThat(shop.rows("SELECT COUNT(*) FROM stock")).containsExactly("0");
            assertThat(shop.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void whatTheCharacterSetLacksIsRefusedAndNotReplaced(TestDatabase database) {
        try (Shop shop = Shop.open(
                database,
                folder,
                EngineSettings.open().writing(),
                List.of("CREATE TABLE word (id INT PRIMARY KEY, text VARCHAR(20) CHARACTER SET latin1 NOT NULL)"))) {
            shop.data(
                    "mutation { createWords(inputs: [{id: 1, text: \"é\"}, {id: 2, text: \"ü\"}]) { affectedRows } }");
            for (String write : List.of(
                    "createWord(input: {id: 3, text: \"😀\"}) { id }",
                    "createWords(inputs: [{id: 4, text: \"a\"}, {id: 5, text: \"😀\"}]) { affectedRows }",
                    "updateWords(all: true, set: {text: \"😀\"}) { affectedRows }")) {
                assertThat(shop.ask("mutation { " + write + " }").errorCode())
                        .as(write)
                        .isEqualTo("BAD_USER_INPUT");
            }
            assertThat(shop.rows("SELECT id, text FROM word ORDER BY id")).containsExactly("1|é", "2|ü");
        }
    }

    private static ObjectNode twice(ObjectNode schema) {
        for (JsonNode type : schema.path("types")) {
            if (type.path("name").asText().equals("Ledger")) {
                ((ObjectNode) type)
                        .withArray("fields")
                        .add(
                                AuthoredSchema.object(
                                        "{\"name\": \"twice\", \"type\": \"Int\", \"nullable\": false, \"computed\": \"total * 2\"}"));
            }
        }
        return schema;
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void rowsAreLockedThoughTheFilterIsComputed(TestDatabase database) throws Exception {
        EngineSettings settings = EngineSettings.open().writing().authored(MysqlWritesTest::twice);
        try (Shop shop = Shop.open(database, folder, settings);
                var other = TestDatabase.connect(shop.target.url());
                var statement = other.createStatement()) {
            shop.data("mutation { createLedgers(inputs: [{total: 5}, {total: 50}]) { affectedRows } }");
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE ledger SET total = 60 WHERE id = 1");
            String write = "mutation { updateLedgers(where: {twice: {lt: 100}}, set: {total: 1})"
                    + " { returning { id twice } } }";
            assertThat(shop.engine.ask(write, Map.of(), Duration.ofMillis(700)).errorCode())
                    .as("another transaction has the row")
                    .isEqualTo("TIMEOUT");
            other.commit();
            assertThat(shop.data(write)).isEqualTo("{\"updateLedgers\":{\"returning\":[]}}");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aLockThatIsWaitedForTooLongIsTriedAgain(TestDatabase database) throws Exception {
        List<BreakingDatabase> counted = new ArrayList<>();
        EngineSettings settings = EngineSettings.open().writing().reading(real -> {
            counted.add(new BreakingDatabase(real));
            return counted.get(0);
        });
        Target shop = Shop.target(database, folder);
        Target target = new Target(shop.url() + "&sessionVariables=innodb_lock_wait_timeout=1", 3);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (TestingEngine engine = TestingEngine.open(target, settings);
                var other = TestDatabase.connect(shop.url());
                var statement = other.createStatement()) {
            engine.ask("mutation { createLedger(input: {}) { id } }", Map.of()).data();
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE ledger SET total = 7 WHERE id = 1");
            counted.get(0).breakAt(-1, () -> {});
            Future<Answer> write = writer.submit(
                    () -> engine.ask("mutation { updateLedger(id: 1, set: {total: 8}) { total } }", Map.of()));
            assertThat(Waiting.until(
                            Duration.ofSeconds(30), () -> counted.get(0).steps() > 1))
                    .as("tried again")
                    .isTrue();
            other.commit();
            assertThat(write.get(1, TimeUnit.MINUTES).data().toString()).isEqualTo("{\"updateLedger\":{\"total\":8}}");
        } finally {
            writer.shutdownNow();
        }
    }
}
