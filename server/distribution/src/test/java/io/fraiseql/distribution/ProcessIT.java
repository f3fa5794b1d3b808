package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The server as a process: how it starts, ends, and says that it cannot start. */
class ProcessIT {

    /** A boot takes about 1.5 s on an idle machine; builds share theirs. */
    private static final Duration SLOWEST_BOOT = Duration.ofSeconds(20);

    private static final long MOST_MEMORY = 300L << 20;
    private static final int SIGTERM_EXIT = 143;
    private static final String GOOD = "{ country(code: \"IS\") { name } }";

    @TempDir
    static Path folder;

    private static DatabaseFolder sqlite;

    @BeforeAll
    static void create() throws IOException {
        sqlite = DatabaseFolder.demo(folder, TestDatabase.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.Distribution#jdks")
    void startsSmallAndFastAndEndsWhenTold(Path jdk) throws IOException {
        try (DistributionProcess server = sqlite.serve(jdk)) {
            long memory = server.residentBytes();
            System.out.printf(
                    "%s: ready after %d ms with %d MiB%n",
                    jdk, server.bootTime().toMillis(), memory >> 20);
            answers(server);
            assertThat(server.bootTime()).isLessThan(SLOWEST_BOOT);
            assertThat(memory).isLessThan(MOST_MEMORY);
            assertThat(server.stop()).isIn(0, SIGTERM_EXIT);
            assertThat(server.output())
                    .doesNotContain("ERROR", "WARN", "Failed")
                    .doesNotContain("POST /graphql");
        }
    }

    @Test
    void startsAgainAfterItWasKilled() throws IOException {
        DistributionProcess server = sqlite.serveProcess();
        answers(server);
        server.kill();
        try (DistributionProcess again = sqlite.serveProcess()) {
            answers(again);
        }
    }

    @Test
    void twoProcessesReadOneFile() throws IOException {
        try (DistributionProcess one = sqlite.serveProcess();
                DistributionProcess two = sqlite.serveProcess()) {
            answers(one);
            answers(two);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refuses(1, port, "server.applicationConnectors[0].port=" + port);
            refuses(1, port, "server.adminConnectors[0].port=" + port);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlite:data/missing.db | cannot open jdbc:sqlite:data/missing.db: no database at",
                "jdbc:sqlite:schema.compiled.json | it is no SQLite database",
                "jdbc:postgresql://127.0.0.1:1/x?a=b | cannot open jdbc:postgresql://127.0.0.1:1/x: the database cannot be reached",
                "jdbc:oracle:x | no plugin accepts",
                "jdbc:sqlite::memory: | path of a file",
            })
    void aDatabaseThatCannotBeOpenedIsNamed(String url, String part) throws IOException {
        refuses(url.matches(".*(oracle|memory).*") ? 2 : 1, part, "database.url=" + url);
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() throws IOException {
        String url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, "CREATE ROLE stranger_without_login NOLOGIN");
        try {
            Distribution.Ended ended = refuses(
                    1,
                    "check url, user, password",
                    "database.url=" + url.replaceFirst("\\?.*", ""),
                    "database.user=stranger_without_login",
                    "database.password=hunter2");
            assertThat(ended.err() + ended.out())
                    .contains("role \"stranger_without_login\" is not permitted to log in")
                    .doesNotContain("hunter2");
        } finally {
            TestPostgres.sql(url, "DROP ROLE stranger_without_login");
        }
    }

    @Test
    void aMissingCompiledFileIsNamed() throws IOException {
        refuses(2, "cannot read nothing.json (schema.path)", "schema.path=nothing.json");
    }

    @Test
    void aCompiledFileThatWasEditedIsRefused() throws IOException {
        Path compiled = folder.resolve("schema.compiled.json");
        Files.writeString(
                folder.resolve("edited.json"),
                Files.readString(compiled).replaceFirst("\"countries\"", "\"countrees\""));
        refuses(2, "compile", "schema.path=edited.json");
    }

    @Test
    void aFileCompiledForAnotherDialectIsRefused() throws IOException {
        sqlite.succeed("compile", "migrations/demo/schema.json", "--target", "postgresql", "-o", "postgresql.json");
        refuses(2, "--target sqlite", "schema.path=postgresql.json");
    }

    @Test
    void aMissingPluginIsRefusedByName(@TempDir Path without) throws IOException {
        Distribution distribution = Distribution.shipped(without);
        Files.delete(distribution.plugins().resolve("fraiseql-plugin-dialect-sqlite.jar"));
        Distribution.Ended ended = distribution.run("server", "config.yml");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("no plugin accepts", "[mysql, mariadb, postgresql, sqlserver]");
    }

    private static Distribution.Ended refuses(int exitCode, String part, String... settings) throws IOException {
        Distribution.Ended ended = sqlite.refuse(settings);
        assertThat(ended.err()).contains(part).startsWith("fraiseql: ");
        assertThat(ended.err().lines().filter(line -> !line.startsWith("  "))).hasSize(1);
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        return ended;
    }

    private static void answers(DistributionServer server) throws IOException {
        assertThat(HttpAnswer.query(server.port(), GOOD).body()).contains("Iceland");
    }
}
