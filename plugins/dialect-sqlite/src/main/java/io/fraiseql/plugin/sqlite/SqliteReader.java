package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.JdbcReader;
import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlStatement.BindType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How SQLite is read: rows are computed while they are fetched, and one statement is one snapshot by itself. */
final class SqliteReader implements JdbcReader {

    @Override
    public void bind(PreparedStatement target, SqlStatement statement, Object[] values) throws SQLException {
        List<BindType> binds = statement.binds();
        for (int i = 0; i < values.length; i++) {
            SqliteBinder.bind(target, i + 1, binds.get(i), values[i]);
        }
    }

    @Override
    public RowCursor cursor(ResultSet rows, SqlStatement statement, StatementRun run) throws SQLException {
        return new SqliteRowCursor(rows, rows.getStatement(), statement.shape(), run);
    }

    @Override
    public boolean streams(int fetchSize) {
        return true;
    }

    @Override
    public void begin(Connection connection, boolean consistent) throws SQLException {
        if (consistent) {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void cancel(Connection connection, PreparedStatement running) throws SQLException {
        running.cancel();
    }
}
