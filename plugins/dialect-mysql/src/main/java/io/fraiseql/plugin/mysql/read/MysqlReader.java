package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.JdbcReader;
import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.plugin.jdbc.cell.CellRowCursor;
import io.fraiseql.plugin.jdbc.cell.ProcedureColumns;
import io.fraiseql.plugin.jdbc.cell.TextCell;
import io.fraiseql.plugin.mysql.sql.Calls;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mariadb.jdbc.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading through MariaDB's driver. */
public final class MysqlReader implements JdbcReader {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlReader.class);

    @Override
    public void bind(PreparedStatement target, SqlStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            MysqlBinder.bind(target, i + 1, statement.binds().get(i), values[i]);
        }
    }

    @Override
    public RowCursor cursor(ResultSet rows, SqlStatement statement, StatementRun run) throws SQLException {
        return Calls.is(statement.sql())
                ? new CellRowCursor(rows, statement.shape(), run, ProcedureColumns.of(rows), type -> new TextCell())
                : new CellRowCursor(rows, statement.shape(), run, Cells::of);
    }

    /** Without a fetch size the driver reads the whole result before it returns. */
    @Override
    public boolean streams(int fetchSize) {
        return fetchSize > 0;
    }

    /** Rows can be fetched in parts without a transaction. */
    @Override
    public void begin(java.sql.Connection connection, boolean consistent) throws SQLException {
        if (consistent) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            }
        }
    }

    /** The driver knows from the server's last answer whether there is a transaction. */
    @Override
    public void end(java.sql.Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public boolean staysOutOfAutoCommit() {
        return true;
    }

    /** {@code KILL QUERY} over a connection of its own; the statement's cancel would not reach rows that are fetched in parts. */
    @Override
    public void cancel(java.sql.Connection connection, PreparedStatement running) throws SQLException {
        connection.unwrap(Connection.class).cancelCurrentQuery();
    }

    @Override
    public void abort(java.sql.Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("cutting a connection failed", e);
        }
    }
}
