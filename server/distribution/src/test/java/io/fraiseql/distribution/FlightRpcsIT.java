package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PollInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls beside reading, listing and writing: a handshake, a poll, and what a server keeps. */
class FlightRpcsIT {

    private static final String SCHEMA = """
            {"version": "2.0.0", "types": [{"name": "Item", "sql_source": "item", "primary_key": ["id"],
              "fields": [{"name": "id", "type": "Int", "nullable": false}, {"name": "name", "type": "String", "nullable": false}]}],
             "queries": [{"name": "items", "return_type": "Item", "returns_list": true, "cache_ttl_seconds": 3600}]}""";
    private static final String ITEMS = "{ items { name } }";

    @TempDir
    static Path folder;

    private static DatabaseFolder database;
    private static DistributionServer server;
    private static FlightCalls flight;

    @BeforeAll
    static void start() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);"
                + " INSERT INTO item VALUES (1, 'first');");
        database.distribution().withFile("schema.json", SCHEMA);
        database.compile("schema.json", "sqlite");
        server = database.serveAlone("flight.port=0");
        flight = new FlightCalls(server);
    }

    @AfterAll
    static void stop() throws Exception {
        try (DistributionServer ended = server) {
            flight.close();
            assertThat(ended.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void nobodyIsToldThatHisPasswordWasRight() throws Exception {
        CallStatus status = FlightCalls.status(() -> flight.client().authenticateBasic("ada", "secret"));
        assertThat(status.code()).isEqualTo(FlightStatusCode.UNIMPLEMENTED);
        assertThat(status.description())
                .isEqualTo("Handshake is not served, for callers are not told apart; call without it");
        assertThat(flight.rows(FlightCalls.ticket(ITEMS))).isEqualTo(1);
    }

    /** A query needs no time to be made ready, so that the first poll is the last one. */
    @Test
    void aPollIsAnsweredLikeGetFlightInfo() throws Exception {
        byte[] ticket = FlightCalls.ticket(ITEMS).getBytes(StandardCharsets.UTF_8);
        PollInfo poll = flight.client().pollInfo(FlightDescriptor.command(ticket));
        assertThat(poll.getFlightDescriptor()).as("what to ask next").isEmpty();
        assertThat(poll.getFlightInfo().getSchema())
                .isEqualTo(flight.info(FlightCalls.ticket(ITEMS)).getSchema());
        try (FlightStream stream = flight.client()
                .getStream(poll.getFlightInfo().getEndpoints().get(0).getTicket())) {
            assertThat(stream.next()).isTrue();
        }
        CallStatus status = FlightCalls.status(
                () -> flight.client().pollInfo(FlightDescriptor.command("{}".getBytes(StandardCharsets.UTF_8))));
        assertThat(status.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
    }

    @Test
    void aSchemaCanBeAskedForAlone() {
        byte[] ticket = FlightCalls.ticket(ITEMS).getBytes(StandardCharsets.UTF_8);
        assertThat(flight.client().getSchema(FlightDescriptor.command(ticket)).getSchema())
                .isEqualTo(flight.info(FlightCalls.ticket(ITEMS)).getSchema());
        byte[] wrong = FlightCalls.ticket("{ items { nothing } }").getBytes(StandardCharsets.UTF_8);
        CallStatus status = FlightCalls.status(() -> flight.client().getSchema(FlightDescriptor.command(wrong)));
        assertThat(status.code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
        assertThat(status.description()).contains("nothing");
    }

    @Test
    void resultsAreForgottenWhenSomebodySaysSo() throws IOException {
        String before = HttpAnswer.query(server.port(), ITEMS).body();
        database.fill("UPDATE item SET name = 'second'");
        assertThat(HttpAnswer.query(server.port(), ITEMS).body())
                .as("kept for an hour")
                .isEqualTo(before)
                .contains("first");
        byte[] answer =
                flight.client().doAction(new Action("ClearCache")).next().getBody();
        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{\"cleared\":true}");
        assertThat(HttpAnswer.query(server.port(), ITEMS).body()).contains("second");
    }
}
