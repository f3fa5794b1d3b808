package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.sql.Form;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.plugin.sqlite.value.Uuids;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.core.CoreStatement;

/** The rows of a running SQLite statement. Every value is checked against its declared type. */
final class SqliteRowCursor implements RowCursor {

    private static final int NONE = -1;

    private final ResultSet rows;
    private final StatementRun run;
    private final List<RowShape.Column> columns;
    private final RowCell[] cells;
    private final long[] uuid = new long[2];
    /** Whose UUID is kept: its halves are asked for one after the other. */
    private int uuidColumn = NONE;

    SqliteRowCursor(ResultSet rows, Statement statement, RowShape shape, StatementRun run) {
        this.rows = rows;
        this.run = run;
        this.columns = shape.columns();
        this.cells = new RowCell[columns.size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = new RowCell(rows, (CoreStatement) statement, column);
        }
    }

    @Override
    public boolean next() {
        run.check();
        uuidColumn = NONE;
        for (RowCell cell : cells) {
            cell.forget();
        }
        try {
            return rows.next();
        } catch (SQLException e) {
            throw run.failed(e);
        }
    }

    @Override
    public boolean isNull(int column) {
        try {
            return cells[column].storage() == StorageClass.NULL;
        } catch (SQLException e) {
            throw run.failed(e);
        }
    }

    @Override
    public boolean getBoolean(int column) {
        return getLong(column) != 0;
    }

    @Override
    public long getLong(int column) {
        try {
            return isNull(column) ? 0 : CellReader.integer(cells[column], columns.get(column));
        } catch (SQLException | Misfit e) {
            throw failure(column, e);
        }
    }

    @Override
    public double getDouble(int column) {
        try {
            return isNull(column) ? 0 : CellReader.real(cells[column], columns.get(column));
        } catch (SQLException | Misfit e) {
            throw failure(column, e);
        }
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        if (isNull(column)) {
            return;
        }
        byte[] bytes;
        try {
            bytes = CellReader.bytes(cells[column], columns.get(column));
        } catch (SQLException | Misfit e) {
            throw failure(column, e);
        }
        target.write(bytes, 0, bytes.length);
    }

    @Override
    public long getUuidHigh(int column) {
        return uuid(column, 0);
    }

    @Override
    public long getUuidLow(int column) {
        return uuid(column, 1);
    }

    @Override
    public void close() {
        run.end();
    }

    private long uuid(int column, int half) {
        if (isNull(column)) {
            return 0;
        }
        try {
            if (column != uuidColumn) {
                uuidColumn = NONE;
                Uuids.read(cells[column], Form.uuidInOneCase(columns.get(column).sql()), uuid);
                uuidColumn = column;
            }
            return uuid[half];
        } catch (SQLException | Misfit e) {
            throw failure(column, e);
        }
    }

    private FraiseqlException failure(int column, Exception cause) {
        return cause instanceof SQLException sql ? run.failed(sql) : unreadable(column, cause);
    }

    private FraiseqlException unreadable(int column, Exception misfit) {
        return new FraiseqlException(
                DatabaseErrorCode.VALUE_NOT_READABLE,
                "column " + (column + 1) + " of the result, declared as " + declared(columns.get(column)) + ": "
                        + misfit.getMessage() + "; correct the data or the schema",
                misfit);
    }

    private static String declared(RowShape.Column column) {
        SqlType sql = column.sql();
        return sql == null ? column.type().name() : column.type().name() + " over " + sql.type();
    }
}
