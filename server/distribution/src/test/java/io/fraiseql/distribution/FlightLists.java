package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.corpus.CorpusOperation;
import io.fraiseql.distribution.corpus.RootFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;

/** Compares lists over Flight with the same lists over HTTP. */
final class FlightLists {

    /** Lets Flight listen, with batches of which a list has several. */
    static final String[] SETTINGS = {"flight.port=0", "flight.batchRows=100"};

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

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

    /**
     * The lists of a corpus whose rows have further rows below them, compared with what the same operations answer over HTTP.
     *
     * @param least how many can be compared at least: no typed columns are there yet for connections and embedded documents
     */
    static void compareNested(DistributionServer server, List<CorpusOperation> corpus, int least) {
        int compared = 0;
        try (FlightCalls flight = new FlightCalls(server)) {
            FlightLists lists = new FlightLists(server, flight);
            for (CorpusOperation operation : corpus) {
                List<RootFields.One> fields = new RootFields(operation).nested();
                JsonNode data = fields.isEmpty()
                        ? null
                        : server.endpoint().post(operation).get("data");
                for (RootFields.One field : fields) {
                    compared += lists.isCompared(field, data.get(field.key())) ? 1 : 0;
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        System.out.println("Flight: " + compared + " nested lists are as over HTTP");
        assertThat(compared).isGreaterThanOrEqualTo(least);
    }

    private boolean isCompared(RootFields.One field, JsonNode expected) throws Exception {
        String ticket = FlightCalls.ticket(field.document(), MAPPER.convertValue(field.variables(), VARIABLES));
        try {
            compare(field.document(), ticket, expected);
            return true;
        } catch (FlightRuntimeException e) {
            assertThat(e.status().code()).as(field.document()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
            assertThat(e.getMessage())
                    .as(field.document())
                    .containsPattern(
                            "exactly one root field|a connection;|a part of a JSON document;|an interface or union;");
            return false;
        }
    }

    private void compare(String document, Map<String, Object> variables) throws Exception {
        JsonNode expected = data(document, variables).elements().next();
        compare(document, FlightCalls.ticket(document, variables), expected);
    }

    private void compare(String document, String ticket, JsonNode expected) throws Exception {
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
