package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mutations that call a function of PostgreSQL, or a procedure of MySQL, MariaDB and SQL Server: what its status means, what it answers, what is noted. */
class FunctionTest {

    private static final List<String> POSTGRESQL = List.of(
            "CREATE TYPE mutation_response AS (status text, message text, entity_id text, entity_type text, entity jsonb,"
                    + " updated_fields text[], cascade jsonb, metadata jsonb)",
            "CREATE TYPE mood AS ENUM ('calm', 'wild')",
            """
            CREATE FUNCTION fn_name_author(a_name varchar, a_age integer, a_mood mood, tags text[], details jsonb)
            RETURNS mutation_response LANGUAGE plpgsql AS $$
            DECLARE made author; BEGIN
              INSERT INTO author (name) VALUES (a_name) RETURNING * INTO made;
              RETURN ROW(details ->> 'status', 'said ' || coalesce(a_age::text, 'nothing') || coalesce(a_mood::text, '')
                || coalesce(array_to_string(tags, ','), ''), made.id::text, 'Person', to_jsonb(made), ARRAY['name'], NULL, NULL)::mutation_response;
            END $$""");

    /** Its row has the columns in an order of its own, and one more. */
    private static final List<String> PROCEDURE = List.of("""
            CREATE PROCEDURE fn_name_author(a_name varchar(20), a_age int, a_mood varchar(10), tags json, details json)
            BEGIN
              INSERT INTO author (name) VALUES (a_name);
              SELECT NULL AS metadata, JSON_ARRAY('name') AS updated_fields, 7 AS more,
                JSON_UNQUOTE(JSON_EXTRACT(details, '$.status')) AS status,
                CONCAT('said ', COALESCE(a_age, 'nothing'), COALESCE(a_mood, ''), COALESCE(JSON_LENGTH(tags), '')) AS message,
                LAST_INSERT_ID() AS entity_id, 'Person' AS entity_type,
                JSON_OBJECT('id', LAST_INSERT_ID(), 'name', a_name) AS entity, NULL AS "cascade";
            END""", """
            CREATE PROCEDURE fn_says_nothing() UPDATE author SET name = 'changed'""", """
            CREATE PROCEDURE fn_says_little() SELECT 'ok' AS status, 'done' AS message""");

    private static final List<String> SQL_SERVER = List.of("""
            CREATE PROCEDURE fn_name_author @a_name nvarchar(20), @a_age int, @a_mood nvarchar(10), @tags nvarchar(max), @details nvarchar(max) AS
            BEGIN
              INSERT INTO author (name) VALUES (@a_name);
              DECLARE @id int = SCOPE_IDENTITY();
              SELECT NULL AS metadata, N'["name"]' AS updated_fields, 7 AS more, JSON_VALUE(@details, '$.status') AS status,
                CONCAT(N'said ', COALESCE(CAST(@a_age AS nvarchar(20)), N'nothing'), @a_mood,
                  CASE WHEN @tags IS NOT NULL THEN (SELECT COUNT(*) FROM OPENJSON(@tags)) END) AS message,
                @id AS entity_id, N'Person' AS entity_type,
                (SELECT @id AS id, @a_name AS name FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) AS entity, NULL AS [cascade];
            END""", """
            CREATE PROCEDURE fn_says_nothing AS UPDATE author SET name = 'changed'""", """
            CREATE PROCEDURE fn_says_little AS SELECT 'ok' AS status, 'done' AS message""");

    private static final String MUTATIONS = """
            [{"name": "name_author", "return_type": "Author", "sql_source": "fn_name_author", "entity": "Author",
              "arguments": [{"name": "name", "type": "String"}, {"name": "age", "type": "Int", "nullable": true},
                {"name": "mood", "type": "Mood", "nullable": true}, {"name": "tags", "type": "[String!]", "nullable": true},
                {"name": "details", "type": "JSON"}]},
             {"name": "name_it", "return_type": "Named", "sql_source": "fn_name_author",
              "arguments": [{"name": "name", "type": "String"}, {"name": "age", "type": "Int", "nullable": true},
                {"name": "mood", "type": "Mood", "nullable": true}, {"name": "tags", "type": "[String!]", "nullable": true},
                {"name": "details", "type": "JSON"}]}]""";

    private static final String ENUMS = """
            [{"name": "Mood", "values": ["calm", {"name": "WILD", "value": "wild"}]}]""";
    private static final String NAMED = """
            {"name": "Named", "fields": [{"name": "name", "type": "String", "nullable": false}]}""";

    @TempDir
    private Path folder;

    private static ObjectNode schema(ObjectNode schema) {
        schema.withArray("types").insert(0, AuthoredSchema.object(NAMED));
        AuthoredSchema.with(schema, "enums", ENUMS);
        return AuthoredSchema.with(schema, "mutations", MUTATIONS);
    }

    private Shop shop(TestDatabase database) {
        return Shop.open(
                database, folder, EngineSettings.open().writing().authored(FunctionTest::schema), functions(database));
    }

    private static List<String> functions(TestDatabase database) {
        return switch (database) {
            case SQLITE -> List.of();
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB, MYSQL -> PROCEDURE;
            case SQLSERVER -> SQL_SERVER;
        };
    }

    private static String call(String name, String status, String rest) {
        return "mutation { nameAuthor(name: \"" + name + "\", details: {status: \"" + status + "\"}" + rest
                + ") { id name books { id } } }";
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void successIsAnsweredByTheRowAndNoted(TestDatabase database) {
        try (Shop shop = shop(database)) {
            assertThat(shop.data(call("Ada", "new", ", age: 3, mood: WILD, tags: [\"x\", \"y\"]")))
                    .isEqualTo("{\"nameAuthor\":{\"id\":1,\"name\":\"Ada\",\"books\":[]}}");
            assertThat(shop.data(call("Bob", "ok:done", ""))).contains("\"name\":\"Bob\"");
            assertThat(
                            shop.data(
                                    "mutation { nameIt(name: \"Eve\", details: {status: \"noop:same\"}) { n: name __typename } }"))
                    .isEqualTo("{\"nameIt\":{\"n\":\"Eve\",\"__typename\":\"Named\"}}");
            String name =
                    switch (database) {
                        case POSTGRESQL -> "data ->> 'name'";
                        case SQLSERVER -> "JSON_VALUE(data, '$.name')";
                        default -> "JSON_UNQUOTE(JSON_EXTRACT(data, '$.name'))";
                    };
            assertThat(shop.rows("SELECT entity_type, entity_id, event_type, " + name
                            + ", \"before\", changed_fields FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("Person|1|INSERT|Ada|null|[\"name\"]", "Person|2|CUSTOM|Bob|null|[\"name\"]");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void failureIsATypedErrorAndLeavesNothing(TestDatabase database) {
        try (Shop shop = shop(database)) {
            refused(shop, call("a", "failed:x", ", age: 7"), "BAD_USER_INPUT", "said 7");
            refused(shop, call("a", "validation:x", ""), "BAD_USER_INPUT", "said nothing");
            refused(shop, call("a", "conflict:x", ", mood: WILD"), "CONFLICT", "wild");
            refused(shop, call("a", "not_found", ""), "NOT_FOUND", "said");
            refused(shop, call("a", "forbidden", ""), "FORBIDDEN", "said");
            refused(shop, call("a", "unauthorized", ""), "UNAUTHENTICATED", "said");
            refused(shop, call("a", "strange", ""), "INTERNAL", "status");
            refused(shop, "mutation { nameAuthor(details: {}) { id } }", "GRAPHQL_VALIDATION_FAILED", "name");
            assertThat(shop.rows("SELECT count(*) FROM author")).containsExactly("0");
            assertThat(shop.events()).isEmpty();
            shop.target.run(List.of("INSERT INTO author (name) VALUES ('taken')"));
            refused(shop, call("taken", "new", ""), "CONSTRAINT_VIOLATION", "another row");
        }
    }

    private static void refused(Shop shop, String document, String code, String message) {
        var answer = shop.ask(document);
        assertThat(answer.errorCode()).as(answer.json()).isEqualTo(code);
        assertThat(answer.json()).contains(message);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL", "SQLSERVER"})
    void aProcedureWithoutTheRowIsAnErrorAndLeavesNothing(TestDatabase database) {
        String silent = """
                [{"name": "say_nothing", "return_type": "Author", "sql_source": "fn_says_nothing"},
                 {"name": "say_little", "return_type": "Author", "sql_source": "fn_says_little"}]""";
        EngineSettings settings =
                EngineSettings.open().writing().authored(schema -> AuthoredSchema.with(schema, "mutations", silent));
        try (Shop shop = Shop.open(database, folder, settings, functions(database))) {
            shop.target.run(List.of("INSERT INTO author (name) VALUES ('kept')"));
            refused(shop, "mutation { sayNothing { id } }", "INTERNAL", "the procedure gave no ");
            refused(shop, "mutation { sayLittle { id } }", "INTERNAL", "the procedure gave no column entity_id");
            assertThat(shop.rows("SELECT name FROM author")).containsExactly("kept");
            assertThat(shop.events()).isEmpty();
        }
    }

    @Test
    void sqliteRefusesThemByName() {
        EngineSettings settings = EngineSettings.open().writing().authored(FunctionTest::schema);
        assertThatThrownBy(() -> Shop.open(TestDatabase.SQLITE, folder, settings))
                .hasMessageContaining("nameAuthor calls a function, which is not available on sqlite");
    }
}
