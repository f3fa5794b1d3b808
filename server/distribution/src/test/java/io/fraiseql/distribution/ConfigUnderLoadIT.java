package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The keys that show when PostgreSQL holds statements back: a server with the defaults beside one with all of {@link #SETTINGS}. The
 * servers live through the tests in their order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConfigUnderLoadIT {

    private static final String ROLE = "fraiseql_flip";
    private static final String PASSWORD = "a:b c";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_LIFE = Duration.ofSeconds(75);
    private static final int REQUESTS = 11;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("database.user", ROLE),
            Map.entry("database.password", PASSWORD),
            Map.entry("database.maxResultBytes", "64KiB"),
            Map.entry("database.pool.size", "4"),
            Map.entry("database.pool.minimumIdle", "3"),
            Map.entry("database.pool.idleTimeout", "10s"),
            Map.entry("database.pool.maxLifetime", "30s"),
            Map.entry("database.pool.statements", "1"),
            Map.entry("http.admission.queue", "2"),
            Map.entry("http.admission.maxWait", "1s"),
            Map.entry("http.timeout", "4s"),
            Map.entry("http.drain.delay", "2s"),
            Map.entry("http.drain.timeout", "200ms"));

    /** The keys of this class, as {@link ConfigKeys} names them. */
    static final Set<String> KEYS = SETTINGS.keySet();

    @TempDir
    static Path folder;

    private static HeldDatabase database;
    private static String owner;
    private static DistributionProcess unchanged;
    private static DistributionProcess changed;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = HeldDatabase.create(folder);
        database.createLogin(ROLE, PASSWORD);
        owner = database.ask("SELECT current_user::text").iterator().next();
        unchanged = database.folder().serveProcess();
        changed = database.folder()
                .serveProcess(Stream.concat(
                                Stream.of("database.url=" + database.bareUrl()),
                                SETTINGS.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws SQLException {
        unchanged.kill();
        changed.kill();
        database.dropLogin(ROLE);
        database.close();
    }

    @Test
    @Order(1)
    void minimumIdleIsHowManyConnectionsAreKept() {
        assertThat(Waiting.until(SOON, () -> database.backends(ROLE).size() == 3))
                .isTrue();
        assertThat(database.backends(owner)).hasSize(2);
    }

    @Test
    @Order(2)
    void userAndPasswordAreWhoLogsIn() throws IOException {
        assertThat(HttpAnswer.query(unchanged.port(), "{ logins { name } }").body())
                .contains("\"" + owner + "\"");
        assertThat(HttpAnswer.query(changed.port(), "{ logins { name } }").body())
                .contains("\"" + ROLE + "\"");
        String url = "database.url=" + database.bareUrl();
        assertThat(database.folder()
                        .refuse(url, "database.user=" + ROLE, "database.password=b")
                        .err())
                .contains("check url, user, password");
    }

    @Test
    @Order(3)
    void statementsAreWhatAConnectionKeepsPrepared() throws IOException {
        assertThat(prepared(unchanged)).hasSizeGreaterThan(10);
        assertThat(prepared(changed)).as("one here, one in the driver").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Order(3)
    void maxResultBytesBoundsWhatADriverHolds() throws IOException {
        assertThat(HttpAnswer.query(unchanged.port(), "{ larges { text } }").body())
                .startsWith("{\"data\":{\"larges\":[{\"text\":\"xxx");
        assertThat(HttpAnswer.query(changed.port(), "{ larges { text } }").body())
                .contains("larger than database.maxResultBytes");
    }

    private static List<String> prepared(DistributionServer server) throws IOException {
        for (int i = 1; i <= 60; i++) {
            HttpAnswer.query(server.port(), "{ words(limit: " + i + ") { id } }");
        }
        String body = HttpAnswer.query(server.port(), "{ statements { text } }").body();
        return Pattern.compile("\\{\"text\":[^}]*}")
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    @Order(4)
    void sizeQueueMaxWaitAndTimeoutBoundWhatIsHeld() {
        database.hold();
        HeldRequests many = HeldRequests.send(unchanged, REQUESTS);
        HeldRequests few = HeldRequests.send(changed, REQUESTS);
        assertThat(database.awaitWaiting(10, owner, SOON))
                .as("database.pool.size")
                .isTrue();
        assertThat(database.awaitWaiting(4, ROLE, SOON))
                .as("database.pool.size")
                .isTrue();
        assertThat(few.awaitAnswered(5, "queue is full", SOON))
                .as("http.admission.queue")
                .isTrue();
        assertThat(few.awaitAnswered(2, "waited too long", SOON))
                .as("http.admission.maxWait")
                .isTrue();
        assertThat(many.answers()).as("admission by default").isEmpty();
        assertThat(few.answers()).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(few.awaitAnswered(4, "took too long", SOON))
                .as("http.timeout")
                .isTrue();
        assertThat(many.answered("took too long")).as("http.timeout by default").isZero();
        database.release();
        assertThat(Waiting.until(SOON, () -> many.answers().size() == REQUESTS)).isTrue();
        assertThat(many.answered("{\"data\":{\"gates\":[{\"id\":1}]}}")).isGreaterThanOrEqualTo(10);
    }

    @Test
    @Order(5)
    void idleTimeoutAndMaxLifetimeEndConnections() {
        Set<String> first = database.backends(ROLE);
        Set<String> kept = database.backends(owner);
        assertThat(first).as("one may have ended already").hasSizeBetween(3, 4);
        assertThat(kept).hasSize(10);
        assertThat(Waiting.until(A_LIFE, () -> database.backends(ROLE).size() == 3))
                .as("database.pool.idleTimeout")
                .isTrue();
        assertThat(Waiting.until(
                        A_LIFE, () -> common(first, database.backends(ROLE)).isEmpty()))
                .as("database.pool.maxLifetime")
                .isTrue();
        assertThat(database.backends(owner)).as("by default").isEqualTo(kept);
    }

    private static Set<String> common(Set<String> one, Set<String> two) {
        return one.stream().filter(two::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(6)
    void drainIsHowTheServerStops() throws IOException {
        database.hold();
        HeldRequests finishes = HeldRequests.send(unchanged, 1);
        HeldRequests breaks = HeldRequests.send(changed, 1);
        assertThat(database.awaitWaiting(2, "", SOON)).isTrue();
        changed.terminate();
        assertThat(Waiting.until(SOON, () -> status(changed, "/health/ready") == 503))
                .isTrue();
        assertThat(HttpAnswer.query(changed.port(), HeldDatabase.DOES_NOT_WAIT).body())
                .as("http.drain.delay")
                .startsWith("{\"data\"");
        unchanged.terminate();
        assertThat(Waiting.until(SOON, () -> query(unchanged).status() == 503)).isTrue();
        assertThat(query(unchanged).body()).as("http.drain.delay by default").contains("stopping");
        changed.awaitEnd();
        assertThat(changed.output()).as("http.drain.timeout").contains("did not end within PT0.2S");
        assertThat(breaks.answered("\"data\"")).isZero();
        assertThat(finishes.answers()).as("http.drain.timeout by default").isEmpty();
        database.release();
        assertThat(finishes.awaitAnswered(1, "{\"data\":{\"gates\":[{\"id\":1}]}}", SOON))
                .isTrue();
        unchanged.awaitEnd();
    }

    private static int status(DistributionServer server, String path) {
        try {
            return HttpAnswer.get(server.port(), path).status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpAnswer query(DistributionServer server) {
        try {
            return HttpAnswer.query(server.port(), HeldDatabase.DOES_NOT_WAIT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
