package io.fraiseql.bench.run;

import io.fraiseql.bench.data.BenchData;
import io.fraiseql.spi.Nullable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The PostgreSQL to measure on: the one at {@code FRAISEQL_TEST_POSTGRESQL_URL}, else one started here whose data stays under the
 * build folder for the next run.
 */
final class BenchPostgres implements AutoCloseable {

    private static final String URL_VARIABLE = "FRAISEQL_TEST_POSTGRESQL_URL";
    private static final String DATABASE = "fraiseql_bench";
    private static final String MARK = "complete, version 1";

    private final String adminUrl;
    private final @Nullable EmbeddedPostgres server;

    private BenchPostgres(String adminUrl, @Nullable EmbeddedPostgres server) {
        this.adminUrl = adminUrl;
        this.server = server;
    }

    static BenchPostgres open(Path folder) throws IOException {
        return open(folder, false);
    }

    /** One whose commits are on the disk. */
    static BenchPostgres openDurable(Path folder) throws IOException {
        return open(folder, true);
    }

    private static BenchPostgres open(Path folder, boolean durable) throws IOException {
        String url = System.getenv(URL_VARIABLE);
        if (url != null && !url.isBlank()) {
            return new BenchPostgres(url, null);
        }
        Files.createDirectories(folder);
        String sync = durable ? "on" : "off";
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
        return new BenchPostgres(server.getJdbcUrl("postgres", "postgres"), server);
    }

    /** The URL of a filled database; filled now if it is not yet. */
    String filled() throws SQLException {
        String url = url(DATABASE);
        if (!MARK.equals(ask(
                adminUrl,
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '" + DATABASE + "'"))) {
            empty(DATABASE);
            BenchData.load(url);
            execute(adminUrl, "COMMENT ON DATABASE " + DATABASE + " IS '" + MARK + "'");
        }
        return url;
    }

    /** Makes a database anew and returns its URL. */
    String empty(String database) throws SQLException {
        execute(adminUrl, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        execute(adminUrl, "CREATE DATABASE " + database);
        return url(database);
    }

    void drop(String database) throws SQLException {
        execute(adminUrl, "DROP DATABASE " + database + " WITH (FORCE)");
    }

    String version() throws SQLException {
        return ask(adminUrl, "SHOW server_version");
    }

    /** The process that is the parent of all backends, or -1 when the server is not on this machine. */
    long processId() throws SQLException {
        try (Connection connection = DriverManager.getConnection(adminUrl)) {
            long backend = Long.parseLong(ask(connection, "SELECT pg_backend_pid()"));
            return ProcessHandle.of(backend)
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElse(-1L);
        }
    }

    /** Runs a script; its statements may not hold semicolons. */
    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value of a query as text; empty when there is none. */
    static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return ask(connection, sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String answer = rows.next() ? rows.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }

    private String url(String database) {
        return adminUrl.replaceFirst("(://[^/]+/)[^?]*", "$1" + database);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
