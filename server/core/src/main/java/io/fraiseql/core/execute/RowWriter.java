package io.fraiseql.core.execute;

import io.fraiseql.core.cursor.RowPacker;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;

/** Writes rows of one branch as JSON objects by running their program. One thread, one request. */
final class RowWriter implements ByteSink {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /** Told where the children of a list belong. */
    @FunctionalInterface
    interface ListMark {
        void mark(int list);
    }

    private final RowProgram program;
    private final RowCursor row;
    private final Utf8Buffer out;
    private final ListMark lists;
    private final RowPacker packer;
    /** The instruction whose value is being read. */
    private Op current;

    private int choice;

    RowWriter(RowProgram program, RowCursor row, Utf8Buffer out, ListMark lists) {
        this.program = program;
        this.row = row;
        this.out = out;
        this.lists = lists;
        this.packer = new RowPacker(row);
        this.current = program.op(0);
    }

    /** Writes the row that the cursor is at. */
    void write() {
        int next = 0;
        while (next < program.length()) {
            Op op = program.op(next);
            if (op.prefix().length > 0) {
                out.write(op.prefix());
            }
            next = step(op, next + 1);
        }
    }

    /** Runs one instruction and gives the next one. */
    private int step(Op op, int following) {
        switch (op.kind()) {
            case RAW:
                return following;
            case UNLESS_NULL:
                return unless(row.isNull(op.column()), op, following);
            case UNLESS_FALSE:
                return unless(!row.getBoolean(op.column()), op, following);
            case JUMP:
                return op.target();
            case CHOOSE:
                return RowValues.choices(op).targets().get(chosen(op));
            case SEPARATOR:
                lists.mark(BranchRows.SEPARATOR);
                return following;
            case PACKED:
                packed(op);
                return following;
            case LIST:
                lists.mark(op.target());
                return following;
            default:
                value(op);
                return following;
        }
    }

    private int unless(boolean absent, Op op, int following) {
        if (absent) {
            out.write(NULL);
            return op.target();
        }
        return following;
    }

    private void value(Op op) {
        int column = op.column();
        if (row.isNull(column)) {
            nothing(op);
            return;
        }
        switch (op.kind()) {
            case BOOLEAN -> out.bool(row.getBoolean(column));
            case INT -> out.number(RowValues.narrow(row.getLong(column), op));
            case COUNT -> out.number(RowValues.count(row.getLong(column), op));
            case ROUNDED -> out.number(RowValues.rounded(row.getDouble(column)));
            case BIGINT -> quotedNumber(row.getLong(column));
            case FLOAT32 -> out.number((float) row.getDouble(column));
            case FLOAT -> out.number(row.getDouble(column));
            case UUID -> out.uuid(row.getUuidHigh(column), row.getUuidLow(column));
            case DATETIME -> out.dateTime(row.getLong(column));
            case LOCAL_DATETIME -> out.localDateTime(row.getLong(column));
            case DATE -> out.date(row.getLong(column));
            case TIME -> out.time(row.getLong(column));
            case ENUM -> out.write(RowValues.choices(op).results().get(chosen(op)));
            default -> {
                current = op;
                row.getBytes(column, this);
            }
        }
    }

    /** Takes the bytes of the current instruction's value. */
    @Override
    public void write(byte[] source, int offset, int length) {
        switch (current.kind()) {
            case TEXT -> out.string(source, offset, length);
            case DECIMAL -> out.quotedAscii(source, offset, length);
            case JSON -> out.json(source, offset, length);
            case BYTES -> out.base64(source, offset, length);
            case DURATION -> out.duration(source, offset, length);
            case PROJECTION -> project(source, offset, length);
            case ENUM, CHOOSE -> choice = RowValues.choose(current, source, offset, length);
            default -> throw new IllegalStateException("no value of bytes: " + current.kind());
        }
    }

    private void packed(Op op) {
        if (op.packed() != null) {
            byte[] text = packer.pack(op.packed());
            out.quotedAscii(text, 0, text.length);
        }
    }

    private void quotedNumber(long value) {
        out.write((byte) '"');
        out.number(value);
        out.write((byte) '"');
    }

    private void project(byte[] bytes, int offset, int length) {
        JsonProjection projection = current.projection();
        if (projection != null && !projection.write(bytes, offset, length, out) && !current.nullable()) {
            throw RowValues.unexpectedNull(current);
        }
    }

    /** Which of the instruction's choices the column's text is. */
    private int chosen(Op op) {
        current = op;
        choice = -1;
        row.getBytes(op.column(), this);
        return RowValues.chosen(choice, op);
    }

    private void nothing(Op op) {
        if (!op.nullable()) {
            throw RowValues.unexpectedNull(op);
        }
        out.write(NULL);
    }
}
