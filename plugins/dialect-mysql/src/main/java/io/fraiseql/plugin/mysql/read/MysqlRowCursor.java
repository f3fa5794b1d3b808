package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;

/** Rows of a running statement. A column that nobody asks for is never decoded. */
final class MysqlRowCursor implements RowCursor {

    private final ResultSet rows;
    private final StatementRun run;
    private final List<RowShape.Column> columns;
    private final Cell[] cells;
    /** The row that each of the cells holds. */
    private final long[] loaded;

    private long row;

    MysqlRowCursor(ResultSet rows, RowShape shape, StatementRun run) {
        this.rows = rows;
        this.run = run;
        this.columns = shape.columns();
        this.cells = columns.stream().map(column -> Cells.of(column.type())).toArray(Cell[]::new);
        this.loaded = new long[cells.length];
    }

    @Override
    public boolean next() {
        run.check();
        try {
            if (!rows.next()) {
                return false;
            }
            row++;
            return true;
        } catch (SQLException e) {
            throw run.failed(e);
        }
    }

    private Cell cell(int column) {
        Cell cell = cells[column];
        if (loaded[column] != row) {
            try {
                cell.load(rows, column + 1);
            } catch (SQLException | Misfit | DateTimeException e) {
                throw unreadable(column, e);
            }
            loaded[column] = row;
        }
        return cell;
    }

    @Override
    public boolean isNull(int column) {
        return cell(column).isNull();
    }

    @Override
    public boolean getBoolean(int column) {
        return cell(column).number() != 0;
    }

    @Override
    public long getLong(int column) {
        return cell(column).number();
    }

    @Override
    public double getDouble(int column) {
        return cell(column).real();
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        Cell cell = cell(column);
        if (!cell.isNull()) {
            byte[] bytes = cell.bytes();
            target.write(bytes, 0, bytes.length);
        }
    }

    @Override
    public long getUuidHigh(int column) {
        return cell(column).uuidHigh();
    }

    @Override
    public long getUuidLow(int column) {
        return cell(column).uuidLow();
    }

    @Override
    public void close() {
        run.end();
    }

    private FraiseqlException unreadable(int column, Exception cause) {
        String reason = cause instanceof Misfit
                ? cause.getMessage()
                : "the value is no " + columns.get(column).type();
        return new FraiseqlException(
                DatabaseErrorCode.VALUE_NOT_READABLE,
                "column " + (column + 1) + " of the result, declared as "
                        + columns.get(column).type() + ": " + reason + "; correct the data or the schema",
                cause);
    }
}
