package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.corpus.TestDemo;
import io.fraiseql.distribution.corpus.UrlDataSource;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.demo.DemoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every scalar, as triggers write them and as the server does. */
class CaptureValuesTest {

    private static final String MUTATIONS = """
            [{"name": "updateSpecimens", "return_type": "Specimen", "table": "specimen", "operation": "UPDATE", "returns_list": true}]""";

    @TempDir
    private Path folder;

    private static TestingEngine open(Target target, UnaryOperator<ObjectNode> change) {
        return TestingEngine.open(
                target, EngineSettings.open().writing().authored(generated -> change.apply(schema())));
    }

    private static ObjectNode schema() {
        try {
            String text = Files.readString(Path.of("..", "..", "migrations", "demo", "schema.json"));
            return AuthoredSchema.with(AuthoredSchema.object(text), "mutations", MUTATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void everySpecimenIsWrittenAlike(TestDatabase database) {
        Target target = Target.create(database, folder);
        DemoDatabase.create(new UrlDataSource(target.url()), database.dialect(), TestDemo.ddl(database.dialect()));
        Triggers.sql(
                target,
                database == TestDatabase.SQLSERVER
                        ? "SELECT specimen_id, a_boolean INTO kept FROM specimen"
                        : "CREATE TABLE kept AS SELECT specimen_id, a_boolean FROM specimen");
        try (TestingEngine engine = open(target, UnaryOperator.identity())) {
            engine.ask("mutation { updateSpecimens(all: true, set: {aBoolean: null}) { affectedRows } }", Map.of())
                    .data();
        }
        List<List<Object>> expected = Triggers.events(target);
        assertThat(expected).hasSizeGreaterThan(10);
        Triggers.sql(
                target,
                "DELETE FROM fraiseql_event",
                "UPDATE specimen SET a_boolean = (SELECT a_boolean FROM kept WHERE kept.specimen_id = specimen.specimen_id)");
        try (TestingEngine engine = open(target, AuthoredSchema.typeKey("Specimen", "capture", "trigger"))) {
            Triggers.install(target, Triggers.script(engine, database));
            Triggers.sql(target, "UPDATE specimen SET a_boolean = NULL");
        }
        assertThat(Triggers.events(target)).isEqualTo(expected);
    }

    @Test
    void everyStorageOfSqliteIsWrittenAlike() {
        List<List<Object>> expected = storages("plain", UnaryOperator.identity());
        assertThat(expected).hasSize(STORED.size());
        assertThat(storages("captured", Triggers.everywhere())).isEqualTo(expected);
    }

    private static final List<String> STORED = List.of(
            "x'0f8fad5bd9cb469fa16570867728950e', 1769860800, 1769860800250, 2461072.0, 1769817600, '007.50', 1, 43200, 250",
            "x'0f8fad5bd9cb469fa16570867728950f', 1769860800.25, -1, 2461072.000003, -86400, 12, -0.0, 0, 86399999",
            "x'00000000000000000000000000000000', -1.5, 0, 2440587.5, 0, -1.25, 1e300, 1.5, 1.5",
            "x'00000000000000000000000000000001', 0.000001, -62135596800000, 1721425.5, NULL, '-0', 0.1, 86399.999999, NULL",
            "x'00000000000000000000000000000002', 253402300799, 253402300799999, NULL, 253402214400, 1.005, 123456789012345680.0, NULL, 0");

    private static final String STORAGES = """
            {"version": "2.0.0", "types": [{"name": "Thing", "sql_source": "thing", "primary_key": ["uid"], "fields": [
              {"name": "uid", "type": "UUID", "nullable": false, "sql": {"type": "BLOB", "storage": "binary"}},
              {"name": "seconds", "type": "DateTime", "nullable": true, "sql": {"type": "NUMERIC", "storage": "epoch_s"}},
              {"name": "millis", "type": "LocalDateTime", "nullable": true, "sql": {"type": "INTEGER", "storage": "epoch_ms"}},
              {"name": "julian", "type": "DateTime", "nullable": true, "sql": {"type": "REAL", "storage": "julian"}},
              {"name": "day", "type": "Date", "nullable": true, "sql": {"type": "INTEGER", "storage": "epoch_s"}},
              {"name": "exact", "type": "Decimal", "nullable": true, "sql": {"type": "DECIMAL_TEXT", "precision": 30, "scale": 2}},
              {"name": "number", "type": "Float", "nullable": true, "sql": {"type": "REAL", "precision": 53}},
              {"name": "clock", "type": "Time", "nullable": true, "sql": {"type": "NUMERIC", "storage": "epoch_s"}},
              {"name": "ticks", "type": "Time", "nullable": true, "sql": {"type": "NUMERIC", "storage": "epoch_ms"}},
              {"name": "label", "type": "String", "nullable": true}]}],
             "queries": [{"name": "things", "return_type": "Thing", "returns_list": true}],
             "mutations": [{"name": "updateThings", "return_type": "Thing", "table": "thing", "operation": "UPDATE", "returns_list": true}]}""";

    private List<List<Object>> storages(String name, UnaryOperator<ObjectNode> change) {
        Target target = Target.create(TestDatabase.SQLITE, Shop.made(folder.resolve(name)));
        List<String> rows = new ArrayList<>();
        rows.add("CREATE TABLE thing (uid BLOB NOT NULL PRIMARY KEY, seconds NUMERIC, millis INTEGER, julian REAL,"
                + " day INTEGER, exact NUMERIC, number REAL, clock NUMERIC, ticks NUMERIC, label TEXT)");
        STORED.forEach(row -> rows.add("INSERT INTO thing VALUES (" + row + ", NULL)"));
        target.run(rows);
        var settings = EngineSettings.open().writing();
        try (TestingEngine engine = TestingEngine.open(
                target, settings.authored(generated -> change.apply(AuthoredSchema.object(STORAGES))))) {
            Triggers.install(target, Triggers.script(engine, TestDatabase.SQLITE));
            if (change.apply(AuthoredSchema.object(STORAGES)).toString().contains("trigger")) {
                Triggers.sql(target, "UPDATE thing SET label = 'x'");
            } else {
                engine.ask("mutation { updateThings(all: true, set: {label: \"x\"}) { affectedRows } }", Map.of())
                        .data();
            }
        }
        return Triggers.events(target);
    }

    /** The type of a moment on each database, one that the API cannot show, and the same as text for a new row. */
    private enum Misfit {
        SQLITE("TEXT", "2026-02-30T00:00:00Z", "soon"),
        POSTGRESQL("TIMESTAMPTZ", "infinity", "infinity"),
        MARIADB("DATETIME(6)", "0000-00-00", "2026-00-10"),
        MYSQL("DATETIME(6)", "0000-00-00", "2026-00-10"),
        SQLSERVER("NVARCHAR(40)", "2026-02-30T00:00:00Z", "soon");

        private final String type;
        private final String stored;
        private final String added;

        Misfit(String type, String stored, String added) {
            this.type = type;
            this.stored = stored;
            this.added = added;
        }
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Triggers#databases")
    void whatTheApiCannotShowIsRefusedAndCanBeCorrected(TestDatabase database) {
        Misfit misfit = Misfit.valueOf(database.name());
        Target target = Target.create(database, folder);
        target.run(List.of(
                "CREATE TABLE thing (id INTEGER PRIMARY KEY, moment " + misfit.type + ")",
                "INSERT INTO thing VALUES (1, '" + misfit.stored + "')"));
        String schema = """
                {"version": "2.0.0", "types": [{"name": "Thing", "sql_source": "thing", "primary_key": ["id"], "capture": "trigger",
                  "fields": [{"name": "id", "type": "Int", "nullable": false},
                    {"name": "moment", "type": "DateTime", "nullable": true, "sql": {"type": "%s"}}]}],
                 "queries": [{"name": "things", "return_type": "Thing", "returns_list": true}]}""".formatted(misfit.type);
        try (TestingEngine engine = TestingEngine.open(
                target, EngineSettings.open().writing().authored(generated -> AuthoredSchema.object(schema)))) {
            Triggers.install(target, Triggers.script(engine, database));
            assertThatThrownBy(() -> Triggers.sql(target, "INSERT INTO thing VALUES (2, '" + misfit.added + "')"))
                    .hasMessageContaining("Thing.moment holds a value that the API cannot show");
            String offset = database.isMysqlFamily() ? "" : "+01:30";
            Triggers.sql(target, "UPDATE thing SET moment = '2026-01-31 12:00:00.5" + offset + "'");
        }
        String hour = database.isMysqlFamily() ? "12:00" : "10:30";
        assertThat(Triggers.events(target).toString())
                .isEqualTo("[[Thing, 1, UPDATE, {\"id\":1.0,\"moment\":\"2026-01-31T" + hour + ":00.500000Z\"},"
                        + " {\"id\":1.0,\"moment\":null}, [\"moment\"]]]");
    }
}
