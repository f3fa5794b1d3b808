package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The SQL Server for tests, at {@code FRAISEQL_TEST_SQLSERVER_URL} (an administrator's JDBC URL). */
final class TestSqlServer {

    private static final String URL_VARIABLE = "FRAISEQL_TEST_SQLSERVER_URL";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestSqlServer() {}

    /** Whether there is one. */
    static boolean present() {
        return url() != null;
    }

    /** Makes an empty database, set up as the plugin needs it, and gives its JDBC URL. */
    static String createDatabase() {
        String url = url();
        if (url == null) {
            throw new IllegalStateException("set " + URL_VARIABLE);
        }
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        run(
                url,
                "CREATE DATABASE %1$s\nGO\nALTER DATABASE %1$s SET READ_COMMITTED_SNAPSHOT ON\nGO\nALTER DATABASE %1$s SET ALLOW_SNAPSHOT_ISOLATION ON"
                        .formatted(name));
        return url.replaceAll("(?i);database(Name)?=[^;]*", "") + ";databaseName=" + name;
    }

    /** Runs the batches of a script, which a line {@code GO} separates. */
    static void run(String url, String script) {
        try (Connection connection = TestDatabase.connect(url);
                Statement statement = connection.createStatement()) {
            for (String batch : script.split("(?m)^GO\\s*$")) {
                if (!batch.isBlank()) {
                    runWhole(statement, batch);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed: " + e.getMessage(), e);
        }
    }

    /** An error of a later statement shows when its result is asked for. */
    private static void runWhole(Statement statement, String batch) throws SQLException {
        boolean rows = statement.execute(batch);
        while (rows || statement.getUpdateCount() != -1) {
            rows = statement.getMoreResults();
        }
    }

    private static @Nullable String url() {
        String url = System.getenv(URL_VARIABLE);
        return url == null || url.isBlank() ? null : url;
    }
}
