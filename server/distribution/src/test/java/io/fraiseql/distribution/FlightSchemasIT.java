package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Result;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Declared schemas, from their files by the shipped command to the rows that Flight gives. */
@Timeout(120)
class FlightSchemasIT {

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = Set.of("flight.schemas");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Sale", "sql_source": "sale", "primary_key": ["id"], "fields": [
              {"name": "id", "type": "Int", "nullable": false}, {"name": "shop", "type": "String", "nullable": false},
              {"name": "stock", "type": "BigInt", "nullable": false}, {"name": "soldOn", "type": "Date", "nullable": true}]}],
             "queries": [{"name": "sales", "return_type": "Sale", "returns_list": true}]}""";
    private static final String FIRST = """
            {"namespace": "shop", "name": "sale", "version": 1, "description": "What was sold", "metadata": {"storage": {"table": "sale"}},
             "fields": [{"name": "id", "type": "int32", "required": true}, {"name": "stock", "type": "int32", "required": true}]}""";
    private static final String SECOND = """
            namespace: shop
            name: sale
            version: 2
            metadata: {storage: {table: sale}, ttl_days: 90}
            fields:
              - {name: soldOn, type: date, doc: the day}
              - {name: id, type: int64, required: true}
              - {name: stock, type: int64, required: true}
            """;

    @TempDir
    Path folder;

    private static Distribution.Ended arrowSchema(DatabaseFolder database, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("arrow-schema"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--schemas", "schemas"));
        return database.run(words.toArray(String[]::new));
    }

    @Test
    void versionsStandSideBySide() throws Exception {
        DatabaseFolder database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(
                "CREATE TABLE sale (id INTEGER NOT NULL PRIMARY KEY, shop TEXT NOT NULL, stock INTEGER NOT NULL, sold_on DATE);"
                        + "INSERT INTO sale VALUES (1, 'Kyoto', 5, '2024-02-29'), (2, 'Oslo', 6, NULL)");
        Distribution distribution = database.distribution();
        distribution.withFile("schema.json", SCHEMA);
        database.compile("schema.json", "sqlite");
        Files.createDirectories(distribution.folder().resolve("schemas"));
        distribution.withFile("1.json", FIRST).withFile("2.yaml", SECOND);
        distribution.withFile(
                "3.yaml",
                SECOND.replace("version: 2", "version: 3").replace("name: id, type: int64", "name: id, type: int32"));
        assertThat(arrowSchema(database, "register", "1.json").exitCode()).isZero();
        assertThat(arrowSchema(database, "register", "2.yaml").exitCode()).isZero();
        assertThat(arrowSchema(database, "diff", "1.json", "2.yaml").out())
                .contains("fine      /id: was int32 and is int64, which is wider", "fine      /soldOn: is added");
        Distribution.Ended breaking = arrowSchema(database, "register", "3.yaml");
        assertThat(breaking.exitCode()).isEqualTo(2);
        assertThat(breaking.err()).contains("it breaks shop.sale version 2", "/id was int64 and is int32");
        arrowSchema(database, "export", "shop.sale@2", "--as", "arrow-ipc", "-o", "sale.arrow");
        byte[] exported = Files.readAllBytes(distribution.folder().resolve("sale.arrow"));
        Schema schema = MessageSerializer.deserializeSchema(
                new ReadChannel(Channels.newChannel(new ByteArrayInputStream(exported))));
        assertThat(schema.toString())
                .startsWith("Schema<soldOn: Date(DAY), id: Int(64, true) not null, stock: Int(64, true) not null>");
        assertThat(schema.getCustomMetadata()).containsEntry("ttl_days", "90").containsEntry("version", "2");
        try (DistributionServer server = database.serve("flight.port=0", "flight.schemas=schemas");
                FlightCalls flight = new FlightCalls(server)) {
            served(flight);
            database.fill("INSERT INTO sale VALUES (3, 'Lima', 5000000000, NULL)");
            CallStatus misfit = FlightCalls.status(() -> flight.rows(ticket(",\"version\":1")));
            assertThat(misfit.code()).isEqualTo(FlightStatusCode.INTERNAL);
            assertThat(misfit.description()).contains("stock: 5000000000 does not fit the 32 bits");
            assertThat(flight.rows(ticket(""))).isEqualTo(3);
            distribution.withFile(
                    "schemas/4.arrow-schema",
                    SECOND.replace("version: 2", "version: 4").replace("soldOn", "soldAt"));
            CallStatus refused = FlightCalls.status(() -> perform(flight, "RefreshSchemas", ""));
            assertThat(refused.description()).contains("4.arrow-schema breaks version 2: /soldOn is removed");
            assertThat(flight.rows(ticket(""))).as("what was known is served").isEqualTo(3);
            Files.delete(distribution.folder().resolve("schemas/4.arrow-schema"));
            Files.delete(distribution.folder().resolve("schemas/shop.sale.v1.arrow-schema"));
            assertThat(perform(flight, "RefreshSchemas", "")
                            .get(0)
                            .get("schemas")
                            .asInt())
                    .isEqualTo(1);
            assertThat(flight.refusal(ticket(",\"version\":1")).code()).isEqualTo(FlightStatusCode.NOT_FOUND);
        }
    }

    private static String ticket(String more) {
        return "{\"type\":\"SchemaRows\",\"schema\":\"shop.sale\"" + more + "}";
    }

    private static void served(FlightCalls flight) throws Exception {
        List<String> listed = new ArrayList<>();
        for (FlightInfo info : flight.client().listFlights(Criteria.ALL)) {
            listed.add(new String(info.getDescriptor().getCommand(), StandardCharsets.UTF_8));
        }
        assertThat(listed).contains(ticket(",\"version\":1"), ticket(",\"version\":2"));
        assertThat(flight.info(ticket(",\"version\":1")).getSchema().toString())
                .isEqualTo("Schema<id: Int(32, true) not null, stock: Int(32, true) not null>");
        assertThat(flight.info(ticket("")).getSchema().toString())
                .isEqualTo("Schema<soldOn: Date(DAY), id: Int(64, true) not null, stock: Int(64, true) not null>");
        assertThat(flight.rows(ticket(",\"version\":1"))).isEqualTo(2);
        List<JsonNode> versions = perform(flight, "GetSchemaVersions", "{\"schema\":\"shop.sale\"}");
        assertThat(versions)
                .extracting(version -> version.get("version").asInt())
                .containsExactly(1, 2);
        assertThat(versions.get(1).at("/arrow/fields/0/name").asText()).isEqualTo("soldOn");
        CallStatus unknown =
                FlightCalls.status(() -> perform(flight, "GetSchemaVersions", "{\"schema\":\"shop.sales\"}"));
        assertThat(unknown.code()).isEqualTo(FlightStatusCode.NOT_FOUND);
        assertThat(flight.refusal(ticket(",\"version\":7")).description()).contains("there are [1, 2]");
        assertThat(flight.refusal(ticket(",\"table\":\"sale\"")).description())
                .contains("\"table\" is no key of SchemaRows");
    }

    private static List<JsonNode> perform(FlightCalls flight, String action, String body) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        var results = flight.client().doAction(new Action(action, body.getBytes(StandardCharsets.UTF_8)));
        while (results.hasNext()) {
            Result result = results.next();
            answers.add(MAPPER.readTree(result.getBody()));
        }
        return answers;
    }
}
