package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to capture triggers of SQL Server, which fire once for a statement. Only where a server is named. */
class SqlServerTriggersTest {

    private static final String EVENTS = "SELECT event_type, entity_id, user_id FROM fraiseql_event ORDER BY sequence";

    @TempDir
    private Path folder;

    private Target target;

    @BeforeEach
    void install() {
        target = Shop.target(TestDatabase.SQLSERVER, folder).pooled(1);
        target.run(
                List.of(
                        "CREATE TABLE number (id INTEGER NOT NULL PRIMARY KEY, single REAL, wide FLOAT, raw VARBINARY(MAX), note NVARCHAR(MAX))"));
        try (TestingEngine engine = open()) {
            Triggers.install(target, Triggers.script(engine, TestDatabase.SQLSERVER));
        }
    }

    private TestingEngine open() {
        return TestingEngine.open(target, EngineSettings.open().writing().authored(Triggers.everywhere()));
    }

    private String events() {
        return target.rows(EVENTS).toString();
    }

    @Test
    void mergeFiresForEachOfTheThingsItDoes() {
        Triggers.sql(
                target,
                "INSERT INTO stock (shop, shelf, amount) VALUES ('a', 1, 1), ('a', 2, 2)",
                "DELETE FROM fraiseql_event",
                "MERGE INTO stock AS t USING (VALUES ('a', 2, 20), ('a', 3, 30)) AS s (shop, shelf, amount)"
                        + " ON t.shop = s.shop AND t.shelf = s.shelf WHEN MATCHED THEN UPDATE SET amount = s.amount"
                        + " WHEN NOT MATCHED THEN INSERT (shop, shelf, amount) VALUES (s.shop, s.shelf, s.amount)"
                        + " WHEN NOT MATCHED BY SOURCE THEN DELETE;");
        assertThat(target.rows("SELECT event_type, entity_id FROM fraiseql_event ORDER BY entity_id")
                        .toString())
                .isEqualTo("[[DELETE, [\"a\",1]], [UPDATE, [\"a\",2]], [INSERT, [\"a\",3]]]");
    }

    /** Of several rows that get other keys nobody can tell which became which. */
    @Test
    void rowsThatGetOtherKeys() {
        Triggers.sql(
                target,
                "INSERT INTO number (id) VALUES (1), (2)",
                "DELETE FROM fraiseql_event",
                "UPDATE number SET id = 9 WHERE id = 1");
        assertThat(events()).isEqualTo("[[UPDATE, 9, null]]");
        assertThat(target.rows("SELECT JSON_VALUE([before], '$.id'), changed_fields FROM fraiseql_event")
                        .toString())
                .isEqualTo("[[1, [\"id\"]]]");
        Triggers.sql(target, "DELETE FROM fraiseql_event", "UPDATE number SET id = id + 1");
        assertThat(target.rows("SELECT event_type, entity_id FROM fraiseql_event ORDER BY entity_id")
                        .toString())
                .isEqualTo("[[INSERT, 10], [DELETE, 2], [INSERT, 3], [DELETE, 9]]");
    }

    @Test
    void aTriggerThatChangesTheWrittenRowComesAfter() {
        Triggers.sql(
                target,
                "CREATE TRIGGER note_number ON number AFTER INSERT AS UPDATE number SET note = 'seen' WHERE id IN (SELECT id FROM inserted)",
                "INSERT INTO number (id) VALUES (1)");
        assertThat(events()).isEqualTo("[[INSERT, 1, null], [UPDATE, 1, null]]");
    }

    @Test
    void emptyingATableGivesNoEvents() {
        Triggers.sql(
                target, "INSERT INTO number (id) VALUES (1)", "DELETE FROM fraiseql_event", "TRUNCATE TABLE number");
        assertThat(events()).isEqualTo("[]");
    }

    @Test
    void whoAskedDoesNotOutlastItsTransaction() {
        try (TestingEngine engine = open()) {
            String create = "mutation { createAuthor(input: {name: \"Ada\"}) { id } }";
            Identity ada = new Identity("ada", "acme", Set.of());
            engine.ask(create, ada);
            assertThat(engine.ask(create, ada).errorCode()).isEqualTo("CONSTRAINT_VIOLATION");
            engine.ask("mutation { updateAuthor(id: 1, set: {name: \"Eve\"}) { id } }", Identity.ANONYMOUS);
        }
        Triggers.sql(
                target,
                "EXEC sp_set_session_context N'fraiseql_user_id', N'import'; UPDATE author SET name = 'Eva'",
                "UPDATE author SET name = 'Ida'");
        assertThat(target.rows("SELECT event_type, user_id, org_id FROM fraiseql_event ORDER BY sequence")
                        .toString())
                .isEqualTo(
                        "[[INSERT, ada, acme], [UPDATE, null, null], [UPDATE, import, null], [UPDATE, import, null]]");
    }

    /** As the server writes them of the same rows; and whatever the session of the writer is set to. */
    @Test
    void numbersBytesAndTextsAreWrittenAlike() {
        Triggers.sql(
                target,
                "INSERT INTO number VALUES (1, 0.1, 0.1, 0x, N'a/\\\"'), (2, 3.4028235E38, 1.7976931348623157E308, 0xFFFEFD, N''),"
                        + " (3, -1.17549435E-38, -2.2250738585072014E-308, 0x3F3F3E, NCHAR(1)), (4, 16777216, 123456789012345680, NULL, NULL),"
                        + " (5, -1234567.9, -0.12345678901234568, 0x00, N'ä'), (6, 0, 5E-300, NULL, NCHAR(0xD83D) + NCHAR(0xDE00))",
                "DELETE FROM fraiseql_event",
                "SET ANSI_WARNINGS OFF; SET CONCAT_NULL_YIELDS_NULL OFF; SET LANGUAGE German; UPDATE number SET id = id");
        List<List<Object>> captured = Triggers.events(target);
        Triggers.sql(target, "DELETE FROM fraiseql_event", "DROP TRIGGER fraiseql_capture_number");
        try (TestingEngine engine =
                TestingEngine.open(target, EngineSettings.open().writing())) {
            engine.ask("mutation { updateNumbers(all: true, set: {note: null}) { affectedRows } }", java.util.Map.of())
                    .data();
        }
        List<Object> before =
                Triggers.events(target).stream().map(event -> event.get(4)).toList();
        assertThat(captured).hasSize(6).extracting(event -> event.get(4)).isEqualTo(before);
    }
}
