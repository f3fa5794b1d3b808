package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;

/** Compares lists over Flight with the same lists over HTTP. */
final class FlightLists {

    /** Lets Flight listen, with batches of which a list has several. */
    static final String[] SETTINGS = {"flight.port=0", "flight.batchRows=100"};

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final DistributionServer server;
    private final FlightCalls flight;

    private FlightLists(DistributionServer server, FlightCalls flight) {
        this.server = server;
        this.flight = flight;
    }

    /**
     * Every list of the schema, with all values and those of the rows that are related to one; then further documents with their variables.
     *
     * @param least how many lists there are at least
     */
    static void compareAll(DistributionServer server, int least, Map<String, Map<String, Object>> further) {
        try (FlightCalls flight = new FlightCalls(server)) {
            FlightLists lists = new FlightLists(server, flight);
            FlatDocuments documents = FlatDocuments.of(lists.data(FlatDocuments.INTROSPECTION, Map.of()));
            assertThat(documents.all()).hasSizeGreaterThanOrEqualTo(least);
            for (String document : documents.all()) {
                lists.compare(document, Map.of());
            }
            for (Map.Entry<String, Map<String, Object>> one : further.entrySet()) {
                lists.compare(one.getKey(), one.getValue());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void compare(String document, Map<String, Object> variables) throws Exception {
        JsonNode expected = data(document, variables).elements().next();
        String ticket = FlightCalls.ticket(document, variables);
        FlightInfo info = flight.info(ticket);
        try (FlightStream stream = flight.stream(ticket)) {
            assertThat(stream.getSchema()).isEqualTo(ArrowAnswers.inMemory(info.getSchema()));
            ArrowAnswers.compare(document, expected, stream);
        }
    }

    private JsonNode data(String document, Map<String, Object> variables) throws IOException {
        String body = MAPPER.writeValueAsString(Map.of("query", document, "variables", variables));
        JsonNode answer = MAPPER.readTree(HttpAnswer.json(server.port(), body).body());
        assertThat(answer.has("errors")).as(document + answer.path("errors")).isFalse();
        return answer.get("data");
    }
}
