package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that SQLite has no type for are written in the form that the schema declares, and rows are found by keys in any form. */
class SqliteStorageTest {

    private static final String FIRST = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String SECOND = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private static final String MOMENT = "2026-01-31T12:00:00.250Z";
    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [
              {"name": "Thing", "sql_source": "thing", "primary_key": ["uid"], "fields": [
                {"name": "uid", "type": "UUID", "nullable": false, "sql": {"type": "BLOB", "storage": "binary"}},
                {"name": "seconds", "type": "DateTime", "nullable": true, "sql": {"type": "NUMERIC", "storage": "epoch_s"}},
                {"name": "millis", "type": "DateTime", "nullable": true, "sql": {"type": "INTEGER", "storage": "epoch_ms"}},
                {"name": "julian", "type": "DateTime", "nullable": true, "sql": {"type": "REAL", "storage": "julian"}},
                {"name": "day", "type": "Date", "nullable": true, "sql": {"type": "INTEGER", "storage": "epoch_s"}},
                {"name": "exact", "type": "Decimal", "nullable": true,
                 "sql": {"type": "DECIMAL_TEXT", "precision": 30, "scale": 4, "storage": "text"}}]},
              {"name": "Tag", "sql_source": "tag", "primary_key": ["id"], "fields": [
                {"name": "id", "type": "UUID", "nullable": false, "sql": {"type": "UUID", "storage": "text"}},
                {"name": "label", "type": "String", "nullable": true}]}],
             "queries": [{"name": "things", "return_type": "Thing", "returns_list": true}],
             "mutations": [
              {"name": "createThing", "return_type": "Thing", "table": "thing", "operation": "CREATE"},
              {"name": "createThings", "return_type": "Thing", "table": "thing", "operation": "CREATE", "returns_list": true},
              {"name": "updateThings", "return_type": "Thing", "table": "thing", "operation": "UPDATE", "returns_list": true},
              {"name": "upsertThing", "return_type": "Thing", "table": "thing", "operation": "UPSERT"},
              {"name": "deleteThings", "return_type": "Thing", "table": "thing", "operation": "DELETE", "returns_list": true},
              {"name": "updateTags", "return_type": "Tag", "table": "tag", "operation": "UPDATE", "returns_list": true},
              {"name": "deleteTag", "return_type": "Tag", "table": "tag", "operation": "DELETE"}]}""";

    @TempDir
    private Path folder;

    private Shop shop() {
        return Shop.open(
                TestDatabase.SQLITE,
                folder,
                EngineSettings.open().writing().authored(generated -> AuthoredSchema.object(SCHEMA)),
                List.of(
                        "CREATE TABLE thing (uid BLOB NOT NULL PRIMARY KEY, seconds NUMERIC, millis INTEGER, julian REAL,"
                                + " day INTEGER, exact TEXT)",
                        "CREATE TABLE tag (id UUID NOT NULL PRIMARY KEY, label TEXT)",
                        "INSERT INTO tag VALUES ('" + FIRST.toUpperCase(Locale.ROOT) + "', 'a'), ('" + SECOND
                                + "', 'a')"));
    }

    private static String input(String uid) {
        return "{uid: \"" + uid + "\", seconds: \"" + MOMENT + "\", millis: \"" + MOMENT + "\", julian: \"" + MOMENT
                + "\", day: \"2026-01-31\", exact: \"12345678901234567890.12345\"}";
    }

    private static String answer(String uid) {
        String time = "2026-01-31T12:00:00.250000Z";
        return "{\"uid\":\"" + uid + "\",\"seconds\":\"" + time + "\",\"millis\":\"" + time + "\",\"julian\":\"" + time
                + "\",\"day\":\"2026-01-31\",\"exact\":\"12345678901234567890.1235\"}";
    }

    @Test
    void everyStorageIsWrittenOneByOneAndInBulk() {
        try (Shop shop = shop()) {
            String fields = "{ uid seconds millis julian day exact }";
            assertThat(shop.data("mutation { createThing(input: " + input(FIRST) + ") " + fields + " }"))
                    .isEqualTo("{\"createThing\":" + answer(FIRST) + "}");
            assertThat(shop.data(
                            "mutation { createThings(inputs: [" + input(SECOND) + "]) { returning " + fields + " } }"))
                    .isEqualTo("{\"createThings\":{\"returning\":[" + answer(SECOND) + "]}}");
            assertThat(
                            shop.rows(
                                    "SELECT hex(uid), seconds, millis, typeof(julian), day, exact FROM thing ORDER BY uid LIMIT 1"))
                    .containsExactly("0F8FAD5BD9CB469FA16570867728950E|1769860800.25|1769860800250|real|1769817600|"
                            + "12345678901234567890.1235");
            assertThat(shop.data(
                            "mutation { updateThings(where: {millis: {gt: \"2026-01-01T00:00:00Z\"}}, set: {day: null}) "
                                    + "{ affectedRows returning { uid day } } "
                                    + "upsertThing(input: {uid: \"" + FIRST + "\", exact: \"1\"}) { exact millis } }"))
                    .isEqualTo("{\"updateThings\":{\"affectedRows\":2,\"returning\":[{\"uid\":\"" + FIRST
                            + "\",\"day\":null},"
                            + "{\"uid\":\"" + SECOND + "\",\"day\":null}]},"
                            + "\"upsertThing\":{\"exact\":\"1.0000\",\"millis\":\"2026-01-31T12:00:00.250000Z\"}}");
            assertThat(shop.data(
                            "mutation { deleteThings(where: {uid: {eq: \"" + FIRST + "\"}}) { returning { uid } } }"))
                    .isEqualTo("{\"deleteThings\":{\"returning\":[{\"uid\":\"" + FIRST + "\"}]}}");
            assertThat(shop.rows("SELECT count(*) FROM thing")).containsExactly("1");
        }
    }

    @Test
    void aKeyThatAnotherProgramWroteInUpperCaseIsFound() {
        try (Shop shop = shop()) {
            assertThat(shop.data("mutation { updateTags(where: {label: {eq: \"a\"}}, set: {label: \"b\"}) "
                            + "{ affectedRows returning { id label } } deleteTag(id: \"" + FIRST + "\") { label } }"))
                    .isEqualTo("{\"updateTags\":{\"affectedRows\":2,\"returning\":[{\"id\":\"" + FIRST
                            + "\",\"label\":\"b\"},{\"id\":\"" + SECOND + "\",\"label\":\"b\"}]},"
                            + "\"deleteTag\":{\"label\":\"b\"}}");
            assertThat(shop.rows("SELECT id, label FROM tag")).containsExactly(SECOND + "|b");
        }
    }
}
