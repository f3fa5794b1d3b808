package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.plugin.testkit.Chinook;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists over Flight have the rows that HTTP answers, in the types that the schema says, on every database. */
class FlightListsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String[] SETTINGS = {
        "flight.port=0", "flight.batchRows=100", "graphql.maxComplexity=100000000", "graphql.introspection=true"
    };
    private static final String FILTERED =
            "query Q($least: Int!, $page: Int) { books(where: {bookId: {gte: $least}, title: {contains: \"e\"}},"
                    + " orderBy: [{title: DESC}], limit: $page, offset: 1) { id: bookId title format category { name } } }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void demo(TestDatabase database) throws Exception {
        try (DistributionServer server = DatabaseFolder.demo(folder, database).serve(SETTINGS);
                FlightCalls flight = new FlightCalls(server)) {
            compareAll(server, flight, 25);
            compare(server, flight, FILTERED, Map.of("least", 3, "page", 4));
            compare(server, flight, FILTERED, Map.of("least", 1_000_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void chinook(TestDatabase database) throws Exception {
        assumeTrue(Chinook.present(), "Chinook is not here; FRAISEQL_CHINOOK_DIR names its folder");
        try (DistributionServer server =
                        DatabaseFolder.chinook(folder, database).serve(SETTINGS);
                FlightCalls flight = new FlightCalls(server)) {
            compareAll(server, flight, 11);
        }
    }

    private static void compareAll(DistributionServer server, FlightCalls flight, int least) throws Exception {
        FlatDocuments documents = FlatDocuments.of(data(server, FlatDocuments.INTROSPECTION, Map.of()));
        assertThat(documents.all()).hasSizeGreaterThanOrEqualTo(least);
        for (String document : documents.all()) {
            compare(server, flight, document, Map.of());
        }
    }

    private static void compare(
            DistributionServer server, FlightCalls flight, String document, Map<String, Object> variables)
            throws Exception {
        JsonNode expected = data(server, document, variables).elements().next();
        String ticket = FlightCalls.ticket(document, variables);
        FlightInfo info = flight.info(ticket);
        try (FlightStream stream = flight.stream(ticket)) {
            assertThat(stream.getSchema().toString()).isEqualTo(schema(info));
            ArrowAnswers.compare(document, expected, stream);
        }
    }

    /** The schema as the client library shows it of a stream, in which an enum is an index. */
    private static String schema(FlightInfo info) {
        return ArrowAnswers.inMemory(info.getSchema()).toString();
    }

    private static JsonNode data(DistributionServer server, String document, Map<String, Object> variables)
            throws IOException {
        String body = MAPPER.writeValueAsString(Map.of("query", document, "variables", variables));
        JsonNode answer = MAPPER.readTree(HttpAnswer.json(server.port(), body).body());
        assertThat(answer.has("errors")).as(document + answer.path("errors")).isFalse();
        return answer.get("data");
    }
}
