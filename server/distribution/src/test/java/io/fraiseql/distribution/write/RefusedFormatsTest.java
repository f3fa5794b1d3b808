package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.Target;
import io.fraiseql.distribution.engine.TestingEngine;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.WrappedDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that is not of its scalar's form is refused wherever it stands, before the database is asked. */
class RefusedFormatsTest {

    private static final String BAD = "? /";
    private static final List<ScalarType> FORMATS = new ScalarCatalog()
            .types().values().stream().filter(ScalarType::validated).toList();

    @TempDir
    private Path folder;

    private final AtomicInteger sessions = new AtomicInteger();

    private final class Counting extends WrappedDatabase {

        Counting(Database real) {
            super(real);
        }

        @Override
        public ReadSession openRead(ReadOptions options) {
            sessions.incrementAndGet();
            return super.openRead(options);
        }

        @Override
        public WriteSession openWrite(WriteOptions options) {
            sessions.incrementAndGet();
            return super.openWrite(options);
        }
    }

    private static ObjectNode schema() {
        StringBuilder fields = new StringBuilder("{\"name\": \"id\", \"type\": \"Int\", \"nullable\": false}");
        FORMATS.forEach(format -> fields.append(", {\"name\": \"v")
                .append(format.name())
                .append("\", \"column\": \"v\", \"nullable\": true, \"type\": \"")
                .append(format.name())
                .append("\"}"));
        return AuthoredSchema.object("""
                {"version": "2.0.0", "types": [{"name": "Contact", "sql_source": "contact", "primary_key": ["id"], "fields": [%s]}],
                 "queries": [{"name": "contacts", "return_type": "Contact", "returns_list": true}],
                 "mutations": [{"name": "createContact", "return_type": "Contact", "table": "contact", "operation": "CREATE"}]}""".formatted(fields));
    }

    @Test
    void inLiteralsAndVariablesOfFiltersAndInputs() {
        assertThat(FORMATS.stream().map(ScalarType::name))
                .contains(
                        "Email",
                        "URL",
                        "PhoneNumber",
                        "Slug",
                        "Hostname",
                        "IPAddress",
                        "CIDR",
                        "MACAddress",
                        "CountryCode",
                        "CurrencyCode",
                        "LanguageCode",
                        "Timezone",
                        "SemanticVersion",
                        "HashSHA256",
                        "IBAN");
        Target target = Target.create(TestDatabase.SQLITE, folder);
        target.run(List.of("CREATE TABLE contact (id INTEGER PRIMARY KEY, v TEXT)"));
        EngineSettings settings =
                EngineSettings.open().writing().reading(Counting::new).authored(generated -> schema());
        try (TestingEngine engine = TestingEngine.open(target, settings)) {
            for (ScalarType format : FORMATS) {
                String name = format.name();
                String field = "v" + name;
                refused(engine, "{ contacts(where: {" + field + ": {eq: \"" + BAD + "\"}}) { id } }", Map.of());
                refused(
                        engine,
                        "query ($v: " + name + ") { contacts(where: {" + field + ": {eq: $v}}) { id } }",
                        Map.of("v", BAD));
                refused(
                        engine,
                        "mutation { createContact(input: {id: 1, " + field + ": \"" + BAD + "\"}) { id } }",
                        Map.of());
                refused(
                        engine,
                        "mutation ($i: ContactCreateInput!) { createContact(input: $i) { id } }",
                        Map.of("i", Map.of("id", 1, field, BAD)));
            }
            assertThat(sessions).hasValue(0);
            engine.ask("{ contacts { id } }", Map.of()).data();
            assertThat(sessions).as("what is asked is counted").hasValue(1);
        }
    }

    private static void refused(TestingEngine engine, String document, Map<String, Object> variables) {
        Answer answer = engine.ask(document, variables);
        assertThat(answer.errorCode())
                .as(document + " " + answer.json())
                .isEqualTo(variables.isEmpty() ? "GRAPHQL_VALIDATION_FAILED" : "BAD_USER_INPUT");
        assertThat(answer.json()).as(document).contains(BAD);
    }
}
