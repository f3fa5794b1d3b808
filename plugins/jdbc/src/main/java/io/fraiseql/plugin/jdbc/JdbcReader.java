package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a database does in its own way when it reads. Implemented by JDBC plugins; stateless; called from any thread. */
public interface JdbcReader {

    /** Sets the parameters of a statement; {@code values} as in {@link io.fraiseql.spi.database.ReadSession#query}. */
    void bind(PreparedStatement target, SqlStatement statement, Object[] values) throws SQLException;

    /**
     * Makes the cursor over the rows of an executed statement. The cursor asks {@link StatementRun#check} at each row, reports a
     * driver's error with {@link StatementRun#failed} and ends with {@link StatementRun#end}.
     */
    RowCursor cursor(ResultSet rows, SqlStatement statement, StatementRun run) throws SQLException;

    /**
     * Reads many rows in a way of the database's own, in the transaction that began. The cursor behaves as that of {@link #cursor}; {@link
     * StatementRun#executed} is told what ends the reading.
     *
     * @return null when there is none for this statement
     */
    default @Nullable RowCursor bulk(Connection connection, SqlStatement statement, Object[] values, StatementRun run)
            throws SQLException {
        return null;
    }

    /** Whether rows still come from the database after the statement was executed, so that a cancel must reach it. */
    boolean streams(int fetchSize);

    /** Starts a transaction, because rows are fetched in parts or because {@code consistent} asks for one snapshot. */
    void begin(Connection connection, boolean consistent) throws SQLException;

    /** Ends the transaction. */
    void end(Connection connection) throws SQLException;

    /** Whether connections that write stay out of autocommit between transactions, because switching it costs a round trip each time. */
    default boolean staysOutOfAutoCommit() {
        return false;
    }

    /** A statement and the commit behind it as one text, when the driver sends both at once; null when it does not. */
    default @Nullable String committing(String sql) {
        return null;
    }

    /** Asks the database to end what this connection runs; called from another thread. */
    void cancel(Connection connection, PreparedStatement running) throws SQLException;

    /** Cuts a connection whose statement does not end; called from another thread. By default nothing: a local database answers. */
    default void abort(Connection connection) {}
}
