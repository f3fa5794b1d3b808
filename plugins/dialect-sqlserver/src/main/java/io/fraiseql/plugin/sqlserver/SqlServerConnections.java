package io.fraiseql.plugin.sqlserver;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Opens connections to the configured database; the password is read at each call. */
final class SqlServerConnections {

    private static final int OLDEST_VERSION = 15;
    private static final int LOWEST_LEVEL = 130;

    /** Messages in English, because the kind and the columns of a broken constraint stand in them; weeks that start on Monday. */
    private static final String SESSION = "SET LANGUAGE us_english; SET DATEFIRST 1; SET ARITHABORT ON";

    /** An error ends the batch and takes the transaction back; by default the statements behind it would still run. */
    private static final String WRITING = "; SET XACT_ABORT ON";

    private static final String SETTINGS = "SELECT CAST(SERVERPROPERTY('ProductMajorVersion') AS int),"
            + " compatibility_level, is_read_committed_snapshot_on, snapshot_isolation_state, name"
            + " FROM sys.databases WHERE database_id = DB_ID()";

    private final SqlServerConfig config;
    private final SQLServerDriver driver = new SQLServerDriver();

    SqlServerConnections(SqlServerConfig config) {
        this.config = config;
    }

    /** A connection for reading, and for migrations and system tables: there are no sessions that can only read. */
    Connection open() throws SQLException {
        return open(SESSION);
    }

    /** A connection for the transactions of mutations. */
    Connection openWriting() throws SQLException {
        return open(SESSION + WRITING);
    }

    private Connection open(String session) throws SQLException {
        Connection connection = driver.connect(config.url(), properties());
        if (connection == null) {
            throw new SQLException("the driver does not accept the URL", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            requireSettings(statement);
            statement.execute(session);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Without row versions a statement sees rows that others change meanwhile, and waits for their locks. */
    private static void requireSettings(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            String name = '[' + row.getString(5).replace("]", "]]") + ']';
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new UnusableDatabaseException("SQL Server 2019 or later is needed, and this is version "
                        + row.getInt(1) + "; use a newer server");
            }
            if (row.getInt(2) < LOWEST_LEVEL) {
                throw new UnusableDatabaseException("the compatibility level of the database is " + row.getInt(2)
                        + "; run ALTER DATABASE " + name + " SET COMPATIBILITY_LEVEL = 150");
            }
            if (!row.getBoolean(3)) {
                throw new UnusableDatabaseException("statements do not see snapshots; run ALTER DATABASE " + name
                        + " SET READ_COMMITTED_SNAPSHOT ON");
            }
            if (row.getInt(4) != 1) {
                throw new UnusableDatabaseException("transactions cannot see snapshots; run ALTER DATABASE " + name
                        + " SET ALLOW_SNAPSHOT_ISOLATION ON");
            }
        }
    }

    /** The pool keeps statements, not the driver. A decimal is sent with the digits that it has, else a comparison would round. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("applicationName", "fraiseql");
        properties.setProperty("sendTimeAsDatetime", "false");
        properties.setProperty("calcBigDecimalPrecision", "true");
        properties.setProperty("responseBuffering", "adaptive");
        long seconds =
                TimeUnit.MILLISECONDS.toSeconds(config.pool().connectTimeout().toMillis() + 999);
        properties.setProperty("loginTimeout", String.valueOf(seconds));
        properties.setProperty("connectRetryCount", "0");
        if (config.user() != null) {
            properties.setProperty("user", config.user());
        }
        if (config.password() != null) {
            properties.setProperty("password", config.password().reveal());
        }
        return properties;
    }
}
