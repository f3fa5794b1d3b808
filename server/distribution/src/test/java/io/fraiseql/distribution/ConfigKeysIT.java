package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each key of the configuration, given another value, changes something that is seen from outside. The keys that need PostgreSQL are
 * in {@link ConfigUnderLoadIT} and {@link SchemaWatchIT}.
 */
class ConfigKeysIT {

    private static final Set<String> CHECKED =
            Set.of("plugins.directory", "plugins.disabled", "security.allowAnonymous");
    private static final Set<String> WAITING = Set.of("database.busyTimeout", "database.pool.connectTimeout");

    private static final String WORDS = """
            CREATE TABLE word (
              id integer PRIMARY KEY,
              spelling text NOT NULL COLLATE NOCASE,
              filler text NOT NULL,
              next_id integer REFERENCES word
            );
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO word
            SELECT i, CASE i WHEN 1 THEN 'a' WHEN 2 THEN 'B' ELSE 'word ' || i END,
              %s || replace(hex(zeroblob(30)), '00', hex(i * 7919 %% 997) || ' phrase ' || (i * 31 %% 17)), i %% 200 + 1
            FROM n;
            """;

    @TempDir
    static Path folder;

    private static DatabaseFolder database;

    @BeforeAll
    static void create() throws IOException {
        database = DatabaseFolder.empty(folder, TestDatabase.SQLITE);
        database.fill(WORDS.formatted("'filler '"));
        database.withUrl("jdbc:sqlite:data/other.db").fill(WORDS.formatted("'other '"));
        database.introspect();
        cacheTheQueryByKey();
        database.compile("schema.json", "sqlite");
        String renamed = Files.readString(folder.resolve("schema.json")).replace("\"words\"", "\"terms\"");
        Files.writeString(folder.resolve("renamed-source.json"), renamed);
        database.succeed("compile", "renamed-source.json", "--target", "sqlite", "-o", "renamed.json");
    }

    private static void cacheTheQueryByKey() throws IOException {
        Path schema = folder.resolve("schema.json");
        Files.writeString(
                schema,
                Files.readString(schema)
                        .replaceFirst("\"name\"\\s*:\\s*\"word\"", "\"cache_ttl_seconds\": 60, \"name\": \"word\""));
    }

    @Test
    void everyKeyIsFlipped() throws IOException {
        Set<String> flipped = new TreeSet<>(CHECKED);
        flipped.addAll(WAITING);
        Stream.of(ConfigFlips.TOGETHER, ConfigFlips.APART, ConfigFlips.PERSISTED, List.of(ConfigFlips.TRUSTED))
                .flatMap(List::stream)
                .forEach(flip -> flipped.add(flip.plainKey()));
        flipped.add(SchemaWatchIT.KEY);
        flipped.addAll(StalledClientIT.KEYS);
        flipped.addAll(MutationsIT.KEYS);
        flipped.addAll(FlightIT.KEYS);
        flipped.addAll(FlightEventsIT.KEYS);
        flipped.addAll(FlightUploadIT.KEYS);
        flipped.addAll(FlightSchemasIT.KEYS);
        flipped.addAll(EventLogKeysIT.KEYS);
        flipped.addAll(SubscriptionKeysIT.KEYS);
        flipped.addAll(ObserverKeysIT.KEYS);
        flipped.addAll(JobsIT.KEYS);
        flipped.addAll(ManagedRulesIT.KEYS);
        flipped.addAll(SchedulesIT.KEYS);
        flipped.addAll(BridgeIT.KEYS);
        flipped.addAll(RedisStateIT.KEYS);
        flipped.addAll(StateLeaseIT.KEYS);
        flipped.addAll(ActionsIT.KEYS);
        flipped.addAll(ConfigConnectorsIT.KEYS);
        flipped.addAll(ConfigUnderLoadIT.KEYS);
        assertThat(flipped)
                .as("keys with a test that shows their effect; add a line to ConfigFlips for a new key")
                .isEqualTo(ConfigKeys.all());
    }

    @Test
    void eachKeyChangesWhatTheServerDoes() throws Exception {
        try (DistributionServer unchanged = database.serveAlone()) {
            compare(unchanged, ConfigFlips.TOGETHER);
            compare(unchanged, ConfigFlips.APART);
            compare(unchanged, List.of(ConfigFlips.TRUSTED));
        }
        String persisted = "graphql.persistedQueries.enabled=true";
        try (DistributionServer persisting = database.serveAlone(persisted)) {
            compare(persisting, ConfigFlips.PERSISTED, persisted);
        }
    }

    private static void compare(DistributionServer unchanged, List<ConfigFlip> flips, String... more) throws Exception {
        try (DistributionServer changed = serve(flips, more)) {
            for (ConfigFlip flip : flips) {
                flip.check(unchanged, changed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plugins.directory=fewer | flight, mysql, postgresql, queue-redis, sqlite | plugins sqlite",
                "plugins.disabled=[mysql, postgresql] | flight, mysql, postgresql, queue-redis, sqlite | plugins flight, queue-redis, sqlite",
                "security.allowAnonymous=true | set security.allowAnonymous: true | is valid"
            })
    void eachKeyChangesWhatIsStarted(String setting, String before, String after) throws IOException {
        Path fewer = Files.createDirectories(folder.resolve("fewer"));
        String sqlite = "fraiseql-plugin-dialect-sqlite.jar";
        if (Files.notExists(fewer.resolve(sqlite))) {
            Files.copy(database.distribution().plugins().resolve(sqlite), fewer.resolve(sqlite));
        }
        boolean everywhere = setting.startsWith("security");
        String other = "server.applicationConnectors[0].bindHost=" + (everywhere ? "0.0.0.0" : "127.0.0.1");
        assertThat(checked(other)).contains(before).doesNotContain(after);
        assertThat(checked(other, setting.replace("fewer", fewer.toString()))).contains(after);
    }

    private static String checked(String... settings) throws IOException {
        Distribution.Ended ended = database.check(settings);
        return ended.out() + ended.err();
    }

    @Test
    void busyTimeoutIsHowLongALockIsWaitedFor() throws Exception {
        DatabaseFolder locked = database.withUrl("jdbc:sqlite:data/locked.db");
        locked.fill(WORDS.formatted("'locked '"));
        String url = "database.url=" + locked.url();
        try (Connection lock = DriverManager.getConnection(locked.absoluteUrl());
                Statement statement = lock.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            Process patient = database.process(url, "database.busyTimeout=10m", "database.pool.connectTimeout=11m");
            Distribution.Ended hasty = database.refuse(url);
            assertThat(hasty.err()).contains("the database is busy");
            assertThat(patient.isAlive()).as("waits for the lock").isTrue();
            statement.execute("ROLLBACK");
            try (DistributionServer served = DistributionProcess.of(patient)) {
                assertThat(HttpAnswer.query(served.port(), "{ words(limit: 1) { filler } }")
                                .body())
                        .contains("locked");
            }
        }
    }

    @Test
    void connectTimeoutIsHowLongASilentDatabaseIsWaitedFor() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "database.url=jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x";
            Process patient = database.process(url, "database.pool.connectTimeout=10m");
            Distribution.Ended hasty = database.refuse(url);
            assertThat(hasty.err()).contains("cannot be reached");
            assertThat(patient.isAlive()).as("waits for the database").isTrue();
            patient.destroyForcibly();
            assertThat(patient.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static DistributionServer serve(List<ConfigFlip> flips, String... more) throws IOException {
        return database.serveAlone(Stream.concat(flips.stream().map(ConfigFlip::setting), Stream.of(more))
                .toArray(String[]::new));
    }
}
