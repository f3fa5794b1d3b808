package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.JdbcReader;
import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgResultSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading through pgjdbc. */
final class PostgresReader implements JdbcReader {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresReader.class);

    @Override
    public void bind(PreparedStatement target, SqlStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            PostgresBinder.bind(target, i + 1, statement.binds().get(i), values[i]);
        }
    }

    @Override
    public RowCursor cursor(ResultSet rows, SqlStatement statement, StatementRun run) throws SQLException {
        return PostgresRowCursor.open((PgResultSet) rows, statement.shape(), run);
    }

    @Override
    public @Nullable RowCursor bulk(Connection connection, SqlStatement statement, Object[] values, StatementRun run)
            throws SQLException {
        return new CopyReading(connection, statement, values).open(run);
    }

    /** Without a fetch size the driver reads the whole result before it returns. */
    @Override
    public boolean streams(int fetchSize) {
        return fetchSize > 0;
    }

    @Override
    public void begin(Connection connection, boolean consistent) throws SQLException {
        connection.setAutoCommit(false);
        if (consistent) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        }
    }

    @Override
    public void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** The driver splits it, and asks for an answer behind the last part only; after an error the server passes over the rest. */
    @Override
    public String committing(String sql) {
        return sql + "; COMMIT";
    }

    /** The connection's own cancel also reaches a fetch of more rows, which the statement's does not. */
    @Override
    public void cancel(Connection connection, PreparedStatement running) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("cutting a connection failed", e);
        }
    }
}
