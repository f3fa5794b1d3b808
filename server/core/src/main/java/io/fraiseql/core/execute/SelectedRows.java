package io.fraiseql.core.execute;

import io.fraiseql.core.cursor.RowPacker;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.ListCursor;
import java.util.function.IntFunction;

/**
 * The rows of a statement as they were selected: column by column the values that {@link SelectedColumn}s make of those of the database. One
 * thread.
 */
final class SelectedRows implements ListCursor, ByteSink {

    private final RowCursor row;
    private final SelectedColumn[] columns;
    private final IntFunction<ListCursor> lists;
    private final RowPacker packer;
    private final Utf8Buffer scratch = new Utf8Buffer(64);
    private final ByteSink durations = scratch::duration;
    private final ByteSink documents = scratch::json;
    /** The instruction whose choice is being made, and what was chosen. */
    private @Nullable Op choosing;

    private int choice;
    private boolean open = true;

    /** @param lists the rows of a branch that belong to the row that is read */
    SelectedRows(RowCursor row, SelectedColumn[] columns, IntFunction<ListCursor> lists) {
        this.row = row;
        this.columns = columns;
        this.lists = lists;
        this.packer = new RowPacker(row);
    }

    @Override
    public boolean next() {
        open = false;
        open = row.next();
        return open;
    }

    /** Whether there may be more rows: neither the last one nor an error has come. */
    boolean open() {
        return open;
    }

    @Override
    public boolean isNull(int column) {
        SelectedColumn selected = columns[column];
        Op op = selected.op();
        switch (selected.form()) {
            case CONSTANT, PACKED, LIST:
                return false;
            case PRESENT:
                return !row.getBoolean(op.column());
            default:
                boolean none = row.isNull(op.column());
                if (none && !op.nullable()) {
                    throw RowValues.unexpectedNull(op);
                }
                return none;
        }
    }

    @Override
    public ListCursor list(int column) {
        return lists.apply(columns[column].op().target());
    }

    @Override
    public boolean getBoolean(int column) {
        return row.getBoolean(columns[column].op().column());
    }

    @Override
    public long getLong(int column) {
        SelectedColumn selected = columns[column];
        Op op = selected.op();
        return switch (selected.form()) {
            case INT -> RowValues.narrow(row.getLong(op.column()), op);
            case COUNT -> RowValues.count(row.getLong(op.column()), op);
            case ENUM -> chosen(op);
            default -> row.getLong(op.column());
        };
    }

    /** Negative zero is zero in every answer. */
    @Override
    public double getDouble(int column) {
        SelectedColumn selected = columns[column];
        double value = row.getDouble(selected.op().column());
        return (selected.form() == SelectedColumn.Form.ROUNDED ? RowValues.rounded(value) : value) + 0.0;
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        SelectedColumn selected = columns[column];
        int source = selected.op().column();
        switch (selected.form()) {
            case CONSTANT ->
                target.write(selected.op().prefix(), 0, selected.op().prefix().length);
            case PACKED -> packed(selected.op(), target);
            case NUMBER_TEXT -> {
                scratch.clear();
                scratch.number(row.getLong(source));
                target.write(scratch.array(), 0, scratch.length());
            }
            case UUID_TEXT -> {
                scratch.clear();
                scratch.uuid(row.getUuidHigh(source), row.getUuidLow(source));
                unquoted(target);
            }
            case DURATION -> {
                scratch.clear();
                row.getBytes(source, durations);
                unquoted(target);
            }
            case JSON -> {
                scratch.clear();
                row.getBytes(source, documents);
                target.write(scratch.array(), 0, scratch.length());
            }
            default -> row.getBytes(source, target);
        }
    }

    private void packed(Op op, ByteSink target) {
        if (op.packed() != null) {
            byte[] text = packer.pack(op.packed());
            target.write(text, 0, text.length);
        }
    }

    private void unquoted(ByteSink target) {
        target.write(scratch.array(), 1, scratch.length() - 2);
    }

    private int chosen(Op op) {
        choosing = op;
        choice = -1;
        row.getBytes(op.column(), this);
        return RowValues.chosen(choice, op);
    }

    /** Takes the text of an enum. */
    @Override
    public void write(byte[] source, int offset, int length) {
        if (choosing != null) {
            choice = RowValues.choose(choosing, source, offset, length);
        }
    }

    @Override
    public long getUuidHigh(int column) {
        return row.getUuidHigh(columns[column].op().column());
    }

    @Override
    public long getUuidLow(int column) {
        return row.getUuidLow(columns[column].op().column());
    }

    @Override
    public void close() {
        row.close();
    }
}
