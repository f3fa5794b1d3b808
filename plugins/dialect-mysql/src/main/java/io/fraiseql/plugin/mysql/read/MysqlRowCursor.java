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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of a running statement. A column that nobody asks for is never decoded. */
final class MysqlRowCursor implements RowCursor {

    private final ResultSet rows;
    private final StatementRun run;
    private final List<RowShape.Column> columns;
    /** Where each column stands in a row, counted from 1. */
    private final int[] places;

    private final Cell[] cells;
    /** The row that each of the cells holds. */
    private final long[] loaded;

    private long row;

    MysqlRowCursor(ResultSet rows, RowShape shape, StatementRun run) {
        this(
                rows,
                shape,
                run,
                IntStream.rangeClosed(1, shape.columns().size()).toArray(),
                shape.columns().stream().map(column -> Cells.of(column.type())).toArray(Cell[]::new));
    }

    private MysqlRowCursor(ResultSet rows, RowShape shape, StatementRun run, int[] places, Cell[] cells) {
        this.rows = rows;
        this.run = run;
        this.columns = shape.columns();
        this.places = places;
        this.cells = cells;
        this.loaded = new long[cells.length];
    }

    /** Over the row that a procedure gives. */
    static MysqlRowCursor ofProcedure(ResultSet rows, RowShape shape, StatementRun run) throws SQLException {
        int[] places = ProcedureColumns.of(rows);
        Cell[] cells = new Cell[places.length];
        Arrays.setAll(cells, column -> new PrintedCell());
        return new MysqlRowCursor(rows, shape, run, places, cells);
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
