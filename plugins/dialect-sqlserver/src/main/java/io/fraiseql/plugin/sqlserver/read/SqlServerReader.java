package io.fraiseql.plugin.sqlserver.read;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import io.fraiseql.plugin.jdbc.JdbcReader;
import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.plugin.jdbc.cell.CellRowCursor;
import io.fraiseql.plugin.jdbc.cell.ProcedureColumns;
import io.fraiseql.plugin.jdbc.cell.TextCell;
import io.fraiseql.plugin.sqlserver.sql.Writes;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading through Microsoft's driver. */
public final class SqlServerReader implements JdbcReader {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerReader.class);

    @Override
    public void bind(PreparedStatement target, SqlStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            SqlServerBinder.bind(target, i + 1, statement.binds().get(i), values[i]);
        }
    }

    @Override
    public RowCursor cursor(ResultSet rows, SqlStatement statement, StatementRun run) throws SQLException {
        return Writes.isCall(statement.sql())
                ? new CellRowCursor(rows, statement.shape(), run, ProcedureColumns.of(rows), type -> new TextCell())
                : new CellRowCursor(rows, statement.shape(), run, Cells::of);
    }

    /** The driver reads rows from the wire as they are asked for, whatever the fetch size. */
    @Override
    public boolean streams(int fetchSize) {
        return true;
    }

    /** One statement needs no transaction; several see one snapshot under the isolation of that name. */
    @Override
    public void begin(Connection connection, boolean consistent) throws SQLException {
        if (consistent) {
            connection.setTransactionIsolation(ISQLServerConnection.TRANSACTION_SNAPSHOT);
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Override
    public void cancel(Connection connection, PreparedStatement running) throws SQLException {
        running.cancel();
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
