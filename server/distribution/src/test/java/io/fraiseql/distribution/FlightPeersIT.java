package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.arrow.flight.FlightStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are gone without a word: their connection stays open and carries nothing. */
@Timeout(120)
class FlightPeersIT {

    private static final String FOLLOW = "{\"type\":\"ObserverEvents\",\"follow\":true}";
    /** It is asked after ten seconds, has the stall timeout to answer, and the machine may be busy. */
    private static final Duration FREED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aFollowerThatIsGoneWithoutAWordGivesItsPlaceBack() throws Exception {
        ServedLog log = ServedLog.create(folder, TestDatabase.SQLITE);
        try (DistributionServer server = log.folder()
                        .serve(
                                "flight.port=0",
                                "flight.maxFollowers=1",
                                "flight.stallTimeout=1s",
                                "events.log.pollInterval=200ms");
                CutLink link = new CutLink(FlightCalls.port(server));
                FlightCalls gone = new FlightCalls(link.port());
                FlightCalls other = new FlightCalls(server)) {
            try (FlightStream stream = gone.stream(FOLLOW)) {
                assertThat(stream.getSchema().getFields()).hasSize(8);
                log.write(server);
                assertThat(stream.next()).isTrue();
                link.cut();
                assertThat(Waiting.until(FREED, Duration.ofMillis(100), () -> followers(server) == 0))
                        .as("the place is free again")
                        .isTrue();
                try (FlightStream next = other.stream(FOLLOW)) {
                    assertThat(next.next()).isTrue();
                    next.cancel("enough", null);
                }
                stream.cancel("gone", null);
            }
            assertThat(Waiting.until(FREED, () -> followers(server) == 0)).isTrue();
        }
    }

    private static double followers(DistributionServer server) {
        try {
            return ConfigProbes.metric(server, "fraiseql_flight_followers_active");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
