package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows of a running statement. A column that nobody asks for is never decoded. */
public final class CellRowCursor implements RowCursor {

    private final ResultSet rows;
    private final StatementRun run;
    private final List<RowShape.Column> columns;
    /** Where each column stands in a row, counted from 1. */
    private final int[] places;

    private final Cell[] cells;
    /** The row that each of the cells holds. */
    private final long[] loaded;

    private long row;

    /** @param cell makes the cell for each type */
    public CellRowCursor(ResultSet rows, RowShape shape, StatementRun run, Function<ColumnType, Cell> cell) {
        this(rows, shape, run, IntStream.rangeClosed(1, shape.columns().size()).toArray(), cell);
    }

    /**
     * Over rows whose columns stand in another order.
     *
     * @param places of each column in a row, counted from 1
     */
    public CellRowCursor(
            ResultSet rows, RowShape shape, StatementRun run, int[] places, Function<ColumnType, Cell> cell) {
        this.rows = rows;
        this.run = run;
        this.columns = shape.columns();
        this.places = places.clone();
        this.cells = columns.stream().map(column -> cell.apply(column.type())).toArray(Cell[]::new);
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
                cell.load(rows, places[column]);
            } catch (SQLException e) {
                throw interrupted(column, e);
            } catch (Misfit | DateTimeException e) {
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

    /** A driver that reads a row only as it is asked for meets the end of a statement or of its connection here. */
    private FraiseqlException interrupted(int column, SQLException cause) {
        FraiseqlException failure = run.failed(cause);
        boolean ended = failure.code() == DatabaseErrorCode.TIMEOUT || failure.code() == DatabaseErrorCode.UNAVAILABLE;
        return ended ? failure : unreadable(column, cause);
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
