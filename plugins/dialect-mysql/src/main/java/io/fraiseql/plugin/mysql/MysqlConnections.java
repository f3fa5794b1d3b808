package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.sql.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** Opens connections to the configured database; the password is read at each call. */
final class MysqlConnections {

    /** Standard quotes and concatenation, so that SQL from a schema means the same as elsewhere; wrong and zero values are errors. */
    private static final String MODES =
            "ANSI_QUOTES,PIPES_AS_CONCAT,ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,"
                    + "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private static final String TIMES = "', time_zone = '+00:00'";

    /** A backslash is a plain character in literals; times in UTC. Texts sort by their first 8192 bytes instead of 1024. */
    private static final String SESSION =
            "SET SESSION sql_mode = '" + MODES + ",NO_BACKSLASH_ESCAPES" + TIMES + ", max_sort_length = 8192";

    /** With backslashes as they are by default: Liquibase looks for its tables by patterns with escapes. */
    private static final String SYSTEM = "SET SESSION sql_mode = '" + MODES + TIMES;

    private static final String READING = "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** Locks no gaps between rows, so that writers of different rows seldom meet; as PostgreSQL does it. */
    private static final String WRITING = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    /** A key of 0 is one. */
    private static final String ZERO_IS_A_KEY = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')";

    /** Of a process that was stopped in the middle of a transaction no other one waits for its locks for longer. MySQL has no such setting. */
    private static final String ENDS_IDLE_TRANSACTIONS = "SET SESSION idle_transaction_timeout = 10";

    private static final String MARIADB_MARK = "mariadb";

    private final Server server;
    private final Settings settings;
    private final Driver driver = new Driver();

    MysqlConnections(Server server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** A connection that can only read. */
    Connection openReading() throws SQLException {
        return open(SESSION, READING);
    }

    /** A connection for the transactions of mutations. */
    Connection openWriting() throws SQLException {
        return server == Server.MARIADB
                ? open(SESSION, WRITING, ZERO_IS_A_KEY, ENDS_IDLE_TRANSACTIONS)
                : open(SESSION, WRITING, ZERO_IS_A_KEY);
    }

    /** A connection with write access for migrations and system tables. */
    Connection openSystem() throws SQLException {
        return open(SYSTEM);
    }

    private Connection open(String... setup) throws SQLException {
        Connection connection = driver.connect(DriverUrl.of(server, settings.url()), properties());
        if (connection == null) {
            throw new SQLException("the driver does not accept the URL", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            requireServer(statement);
            for (String sql : setup) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void requireServer(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            String version = row.getString(1);
            boolean mariadb = version.toLowerCase(java.util.Locale.ROOT).contains(MARIADB_MARK);
            if (mariadb != (server == Server.MARIADB)) {
                throw new WrongServerException(server, version);
            }
        }
    }

    /** Statements are prepared on the server, whose binary results are exact; the pool keeps them, not the driver. Times are those of the session's zone. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("cachePrepStmts", "false");
        properties.setProperty("pureLocalDateTime", "true");
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectionAttributes", "program_name:fraiseql");
        properties.setProperty(
                "connectTimeout",
                String.valueOf(settings.pool().connectTimeout().toMillis()));
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password().reveal());
        }
        return properties;
    }
}
