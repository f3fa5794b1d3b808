package io.fraiseql.plugin.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections to the configured database; the password is read at each call. */
final class PostgresConnections {

    /** Types whose binary form {@link ColumnReaders} reads although the driver asks for text by default. */
    private static final String BINARY_TYPES = "bool,numeric";

    private static final String COMMON = "SET intervalstyle = 'iso_8601'; SET TimeZone = 'UTC'";
    /** Of a process that was stopped in the middle of a transaction no other one waits for its locks for longer. */
    private static final String WRITING = COMMON + "; SET idle_in_transaction_session_timeout = '10s'";

    /**
     * Plans are made for the size that a table had a while ago, or kept from then. The system tables are larger in the next second, each statement
     * on them has an index to go by, in whose order rows are wanted, and what is joined with them is given values, of which each must not be compared
     * with each.
     */
    private static final String BY_INDEX = WRITING
            + "; SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_nestloop = off";

    private static final String READING = COMMON + "; SET default_transaction_read_only = on";

    private final PostgresConfig config;
    private final Driver driver = new Driver();

    PostgresConnections(PostgresConfig config) {
        this.config = config;
    }

    /** A connection that can only read. */
    Connection openReading() throws SQLException {
        return open("fraiseql", READING);
    }

    /** A connection for the transactions of mutations. */
    Connection openWriting() throws SQLException {
        return open("fraiseql writing", WRITING);
    }

    /** A connection for reading and writing system tables. */
    Connection openTables() throws SQLException {
        return open("fraiseql tables", BY_INDEX);
    }

    /** A connection with write access for migrations. */
    Connection openSystem() throws SQLException {
        return open("fraiseql system", COMMON);
    }

    private Connection open(String applicationName, String setup) throws SQLException {
        Connection connection = driver.connect(config.url(), properties(applicationName));
        if (connection == null) {
            throw new SQLException("the driver does not accept the URL", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(setup);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties(String applicationName) {
        Properties properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, applicationName);
        PGProperty.PREPARE_THRESHOLD.set(properties, 1);
        PGProperty.PREPARED_STATEMENT_CACHE_QUERIES.set(
                properties, config.pool().statements());
        PGProperty.BINARY_TRANSFER_ENABLE.set(properties, BINARY_TYPES);
        PGProperty.MAX_RESULT_BUFFER.set(
                properties, Long.toString(config.maxResultBytes().bytes()));
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        if (config.user() != null) {
            PGProperty.USER.set(properties, config.user());
        }
        if (config.password() != null) {
            PGProperty.PASSWORD.set(properties, config.password().reveal());
        }
        return properties;
    }

    private int seconds() {
        return Math.max(1, Math.toIntExact(config.pool().connectTimeout().toSeconds()));
    }
}
