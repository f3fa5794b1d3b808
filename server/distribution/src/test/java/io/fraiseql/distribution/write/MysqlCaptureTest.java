package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is particular to capture triggers of MySQL and MariaDB: their types, sessions of others, and identities that would stay. */
class MysqlCaptureTest {

    private static final List<String> FLOATS = List.of(
            "0.1, 0.1",
            "-0.0, -0.0",
            "3.4028233e38, 1.7976931348623157e308",
            "-1.17549435e-38, -2.2250738585072014e-308",
            "16777216, 123456789012345680",
            "33554432, 1e21",
            "-1234567.9, -0.12345678901234568",
            "0.3, 5e-324",
            "5e-30, 1e-5");

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Thing", "sql_source": "thing", "primary_key": ["uid"], "fields": [
              {"name": "uid", "type": "UUID", "nullable": false, "sql": {"type": "binary", "length": 16}},
              {"name": "single", "type": "Float", "nullable": true, "sql": {"type": "float", "precision": 24}},
              {"name": "widened", "type": "Float", "nullable": true, "sql": {"type": "float"}},
              {"name": "number", "type": "Float", "nullable": true, "sql": {"type": "double"}},
              {"name": "moment", "type": "DateTime", "nullable": true, "sql": {"type": "timestamp"}},
              {"name": "local", "type": "LocalDateTime", "nullable": true, "sql": {"type": "datetime"}},
              {"name": "clock", "type": "Time", "nullable": true, "sql": {"type": "time"}},
              {"name": "padded", "type": "Int", "nullable": true, "sql": {"type": "int"}},
              {"name": "wide", "type": "Decimal", "nullable": true, "sql": {"type": "bigint unsigned", "precision": 20, "scale": 0}},
              {"name": "yes", "type": "Boolean", "nullable": true, "sql": {"type": "bit"}},
              {"name": "latin", "type": "String", "nullable": true, "sql": {"type": "varchar", "length": 20, "collation": "latin1_swedish_ci"}},
              {"name": "decimals", "type": "[Decimal!]", "nullable": true, "sql": {"type": "json", "array": true}},
              {"name": "bigs", "type": "[BigInt]", "nullable": true, "sql": {"type": "json", "array": true}},
              {"name": "uuids", "type": "[UUID!]", "nullable": true, "sql": {"type": "json", "array": true}},
              {"name": "flags", "type": "[Boolean!]", "nullable": true, "sql": {"type": "json", "array": true}},
              {"name": "label", "type": "String", "nullable": true, "sql": {"type": "text"}}]}],
             "queries": [{"name": "things", "return_type": "Thing", "returns_list": true}],
             "mutations": [{"name": "updateThings", "return_type": "Thing", "table": "thing", "operation": "UPDATE", "returns_list": true}]}""";

    @TempDir
    private Path folder;

    private static List<String> rows() {
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE thing (uid BINARY(16) PRIMARY KEY, single FLOAT, widened FLOAT, number DOUBLE, moment TIMESTAMP(6) NULL,"
                        + " local DATETIME(6), clock TIME(6), padded INT(8) ZEROFILL, wide BIGINT UNSIGNED, yes BIT(1),"
                        + " latin VARCHAR(20) CHARACTER SET latin1, decimals JSON, bigs JSON, uuids JSON, flags JSON, label TEXT)");
        String rest =
                "'2026-01-31 23:59:59.25', '0001-01-01 00:00:00', '23:59:59.999999', 42, 18446744073709551615, b'1',"
                        + " 'caf\u00e9 \"x\"', '[1.50, 2, -3.25]', '[9007199254740993, null]', '[\"0F8FAD5B-D9CB-469F-A165-70867728950E\"]',"
                        + " '[true, false]', NULL";
        IntStream.range(0, FLOATS.size())
                .forEach(i -> statements.add("INSERT INTO thing VALUES (UNHEX(LPAD('" + i + "', 32, 'ab')), "
                        + FLOATS.get(i).replaceFirst("(.*), ", "$1, $1, ") + ", " + rest + ")"));
        statements.add("INSERT INTO thing (uid, flags, bigs) VALUES (UNHEX(REPEAT('00', 16)), '[]', '[]')");
        return statements;
    }

    /** The other program has its own time zone, in which it sees a timestamp. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void everyStorageIsWrittenAlike(TestDatabase database) {
        List<List<Object>> expected = events(database, UnaryOperator.identity());
        assertThat(expected).hasSize(FLOATS.size() + 1);
        assertThat(expected.toString())
                .contains("2026-01-31T23:59:59.250000Z", "18446744073709551615", "9007199254740993");
        assertThat(events(database, Triggers.everywhere())).isEqualTo(expected);
    }

    private List<List<Object>> events(TestDatabase database, UnaryOperator<ObjectNode> change) {
        Target target = Target.create(database, folder);
        target.run(rows());
        ObjectNode schema = change.apply(AuthoredSchema.object(SCHEMA));
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing().authored(generated -> schema))) {
            Triggers.install(target, Triggers.script(engine, database));
            if (schema.toString().contains("trigger")) {
                Triggers.sql(
                        target,
                        "SET time_zone = '-07:00', sql_mode = 'PAD_CHAR_TO_FULL_LENGTH'; UPDATE thing SET label = 'x'");
            } else {
                engine.ask("mutation { updateThings(all: true, set: {label: \"x\"}) { affectedRows } }", Map.of())
                        .data();
            }
        }
        return Triggers.events(target);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void whoAskedDoesNotOutlastItsTransaction(TestDatabase database) {
        Target target = Shop.target(database, folder).pooled(1);
        EngineSettings settings = EngineSettings.open().writing().authored(Triggers.everywhere());
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            Triggers.install(target, Triggers.script(engine, database));
            String create = "mutation { createAuthor(input: {name: \"Ada\"}) { id } }";
            Identity ada = new Identity("ada", "acme", Set.of());
            engine.ask(create, ada);
            assertThat(engine.ask(create, ada).errorCode()).isEqualTo("CONSTRAINT_VIOLATION");
            engine.ask("mutation { updateAuthor(id: 1, set: {name: \"Eve\"}) { id } }", Identity.ANONYMOUS);
        }
        assertThat(target.rows("SELECT event_type, user_id, org_id FROM fraiseql_event ORDER BY sequence")
                        .toString())
                .isEqualTo("[[INSERT, ada, acme], [UPDATE, null, null]]");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void whatOthersDoToRowsAreEvents(TestDatabase database) {
        Target target = Shop.target(database, folder);
        EngineSettings settings = EngineSettings.open().writing().authored(Triggers.everywhere());
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            Triggers.install(target, Triggers.script(engine, database));
        }
        Triggers.sql(
                target,
                "SET @fraiseql_user_id = 'import'; INSERT INTO ledger (id, total) VALUES (1, 1), (2, 1)",
                "REPLACE INTO ledger (id, total) VALUES (1, 2)",
                "UPDATE ledger SET id = 3 WHERE id = 2",
                "UPDATE ledger AS a JOIN ledger AS b ON b.id = a.id SET a.total = 9 WHERE a.id = 3",
                "INSERT INTO ledger (id, total) VALUES (3, 0) ON DUPLICATE KEY UPDATE total = 10",
                "DELETE FROM ledger WHERE id = 3",
                "TRUNCATE TABLE ledger");
        assertThat(target.rows("SELECT event_type, entity_id, user_id FROM fraiseql_event ORDER BY sequence")
                        .toString())
                .isEqualTo(
                        "[[INSERT, 1, import], [INSERT, 2, import], [DELETE, 1, import], [INSERT, 1, import], [UPDATE, 3, import],"
                                + " [UPDATE, 3, import], [UPDATE, 3, import], [DELETE, 3, import]]");
        assertThat(target.rows("SELECT `before` FROM fraiseql_event ORDER BY sequence")
                        .get(4)
                        .get(0))
                .contains("\"id\":2".replace(":", database == TestDatabase.MYSQL ? ": " : ":"));
    }

    /** MySQL fires the trigger of an update, MariaDB none; docs/mutations.md says so. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void anInsertThatFindsItsRowAsItShouldBe(TestDatabase database) {
        Target target = Shop.target(database, folder);
        EngineSettings settings = EngineSettings.open().writing().authored(Triggers.everywhere());
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            Triggers.install(target, Triggers.script(engine, database));
        }
        Triggers.sql(
                target,
                "INSERT INTO ledger (id, total) VALUES (1, 5)",
                "INSERT INTO ledger (id, total) VALUES (1, 5) ON DUPLICATE KEY UPDATE total = 5");
        assertThat(target.rows("SELECT event_type, changed_fields FROM fraiseql_event ORDER BY sequence")
                        .toString())
                .isEqualTo(database == TestDatabase.MYSQL ? "[[INSERT, null], [UPDATE, []]]" : "[[INSERT, null]]");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void whatTriggersCannotWriteIsRefusedByName(TestDatabase database) {
        assertThatThrownBy(() ->
                        script(database, "thing", "{\"name\": \"at\", \"type\": \"DateTime\", \"nullable\": true}"))
                .hasMessageContaining("whether the column of 'at' is a datetime or a timestamp");
        assertThatThrownBy(
                        () -> script(
                                database,
                                "thing",
                                "{\"name\": \"days\", \"type\": \"[Date!]\", \"nullable\": true, \"sql\": {\"type\": \"json\", \"array\": true}}"))
                .hasMessageContaining("cannot write 'days', a list of DATE");
        assertThatThrownBy(() ->
                        script(database, "other.thing", "{\"name\": \"n\", \"type\": \"Int\", \"nullable\": true}"))
                .hasMessageContaining("the table other.thing is named with one");
    }

    private static String script(TestDatabase database, String table, String field) {
        return Triggers.script(AuthoredSchema.object("""
                        {"version": "2.0.0", "types": [{"name": "Thing", "sql_source": "%s", "primary_key": ["id"], "capture": "trigger",
                          "fields": [{"name": "id", "type": "Int", "nullable": false}, %s]}],
                         "queries": [{"name": "things", "return_type": "Thing", "returns_list": true}]}""".formatted(table, field)), database)
                .text();
    }
}
