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

/** Mutations that call a function of PostgreSQL: what its status means, what it answers, what is noted. */
class FunctionTest {

    private static final List<String> FUNCTIONS = List.of(
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

    private Shop shop() {
        return Shop.open(
                TestDatabase.POSTGRESQL,
                folder,
                EngineSettings.open().writing().authored(FunctionTest::schema),
                FUNCTIONS);
    }

    private static String call(String name, String status, String rest) {
        return "mutation { nameAuthor(name: \"" + name + "\", details: {status: \"" + status + "\"}" + rest
                + ") { id name books { id } } }";
    }

    @Test
    void successIsAnsweredByTheRowAndNoted() {
        try (Shop shop = shop()) {
            assertThat(shop.data(call("Ada", "new", ", age: 3, mood: WILD, tags: [\"x\", \"y\"]")))
                    .isEqualTo("{\"nameAuthor\":{\"id\":1,\"name\":\"Ada\",\"books\":[]}}");
            assertThat(shop.data(call("Bob", "ok:done", ""))).contains("\"name\":\"Bob\"");
            assertThat(
                            shop.data(
                                    "mutation { nameIt(name: \"Eve\", details: {status: \"noop:same\"}) { n: name __typename } }"))
                    .isEqualTo("{\"nameIt\":{\"n\":\"Eve\",\"__typename\":\"Named\"}}");
            assertThat(shop.rows("SELECT entity_type, entity_id, event_type, data ->> 'name', before, changed_fields"
                            + " FROM fraiseql_event ORDER BY sequence"))
                    .containsExactly("Person|1|INSERT|Ada|null|[\"name\"]", "Person|2|CUSTOM|Bob|null|[\"name\"]");
        }
    }

    @Test
    void failureIsATypedErrorAndLeavesNothing() {
        try (Shop shop = shop()) {
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

    @Test
    void sqliteRefusesThemByName() {
        EngineSettings settings = EngineSettings.open().writing().authored(FunctionTest::schema);
        assertThatThrownBy(() -> Shop.open(TestDatabase.SQLITE, folder, settings))
                .hasMessageContaining("nameAuthor calls a function, which is not available on sqlite");
    }
}
