package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.sqlite.function.SqliteFunctions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one file, with our functions and settings. Called from any thread. */
final class SqliteConnections {

    private final SqliteConfig config;

    SqliteConnections(SqliteConfig config) {
        this.config = config;
    }

    /** A connection that only reads; it fails when there is no file. */
    Connection openReader() throws SQLException {
        SQLiteConfig settings = settings();
        settings.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(settings, "PRAGMA query_only = ON");
    }

    /** A connection that writes; it makes the file when there is none. */
    Connection openWriter() throws SQLException {
        SQLiteConfig settings = settings();
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return open(settings, "PRAGMA query_only = OFF");
    }

    /** Has a connection wait for locks as long as is configured, but not longer than a time: a statement that waits cannot be cancelled. */
    void waitAtMost(Connection connection, long nanos) throws SQLException {
        long millis = Math.min(config.busyTimeout().toMillis(), Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos)));
        connection.unwrap(SQLiteConnection.class).setBusyTimeout((int) millis);
    }

    private SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setBusyTimeout((int) config.busyTimeout().toMillis());
        return settings;
    }

    private Connection open(SQLiteConfig settings, String access) throws SQLException {
        NativeLibrary.load();
        Properties properties = settings.toProperties();
        Connection connection = JDBC.createConnection(config.url(), properties);
        try {
            prepare(connection, access);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, String access) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            require(
                    statement,
                    "PRAGMA encoding",
                    "UTF-8",
                    "its text is encoded in another way; dump it into a new file");
            require(
                    statement,
                    "PRAGMA journal_mode = WAL",
                    "wal",
                    "it cannot use a write-ahead log; put it on a local disk that the server may write to");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            SqliteFunctions.register(connection);
            statement.execute(access);
        }
    }

    private static void require(Statement statement, String pragma, String expected, String otherwise)
            throws SQLException {
        try (ResultSet answer = statement.executeQuery(pragma)) {
            if (!answer.next() || !expected.equalsIgnoreCase(answer.getString(1))) {
                throw new UnusableFileException(otherwise);
            }
        }
    }
}
