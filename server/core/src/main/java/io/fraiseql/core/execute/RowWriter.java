package io.fraiseql.core.execute;

import io.fraiseql.core.cursor.RowPacker;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.core.plan.RowProgram.Choices;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Writes rows of one branch as JSON objects by running their program. One thread, one request. */
final class RowWriter implements ByteSink {

    /** Databases add floating-point numbers up in different orders; 12 digits are the same in all. */
    private static final MathContext COMPUTED = new MathContext(12, RoundingMode.HALF_EVEN);

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
                return choices(op).targets().get(chosen(op));
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
            case INT -> out.number(narrow(row.getLong(column), op));
            case COUNT -> count(op, row.getLong(column));
            case ROUNDED -> out.number(rounded(row.getDouble(column)));
            case BIGINT -> quotedNumber(row.getLong(column));
            case FLOAT32 -> out.number((float) row.getDouble(column));
            case FLOAT -> out.number(row.getDouble(column));
            case UUID -> out.uuid(row.getUuidHigh(column), row.getUuidLow(column));
            case DATETIME -> out.dateTime(row.getLong(column));
            case LOCAL_DATETIME -> out.localDateTime(row.getLong(column));
            case DATE -> out.date(row.getLong(column));
            case TIME -> out.time(row.getLong(column));
            case ENUM -> out.write(choices(op).results().get(chosen(op)));
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
            case ENUM, CHOOSE -> choice = choose(source, offset, length);
            default -> throw new IllegalStateException("no value of bytes: " + current.kind());
        }
    }

    private void packed(Op op) {
        if (op.packed() != null) {
            byte[] text = packer.pack(op.packed());
            out.quotedAscii(text, 0, text.length);
        }
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(COMPUTED).doubleValue() : value;
    }

    private void count(Op op, long value) {
        if (value > Integer.MAX_VALUE) {
            throw new FraiseqlException(
                    CoreErrorCode.QUERY_TOO_COMPLEX,
                    op.field() + ": there are more than " + Integer.MAX_VALUE + " rows to count; ask for fewer with"
                            + " where");
        }
        out.number(value);
    }

    /** An Int may be read from the place of its row, whose numbers are wider. */
    private static long narrow(long value, Op op) {
        if (value != (int) value) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    op.field() + ": the database holds " + value + ", which an Int cannot hold; declare it BigInt");
        }
        return value;
    }

    private void quotedNumber(long value) {
        out.write((byte) '"');
        out.number(value);
        out.write((byte) '"');
    }

    private void project(byte[] bytes, int offset, int length) {
        JsonProjection projection = current.projection();
        if (projection != null && !projection.write(bytes, offset, length, out) && !current.nullable()) {
            throw unexpectedNull(current);
        }
    }

    /** Which of the instruction's choices the column's text is. */
    private int chosen(Op op) {
        current = op;
        choice = -1;
        row.getBytes(op.column(), this);
        if (choice < 0) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, op.field() + ": the database holds a value that the schema does not name");
        }
        return choice;
    }

    private int choose(byte[] bytes, int offset, int length) {
        List<byte[]> texts = choices(current).texts();
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            if (Arrays.equals(text, 0, text.length, bytes, offset, offset + length)) {
                return i;
            }
        }
        return -1;
    }

    private void nothing(Op op) {
        if (!op.nullable()) {
            throw unexpectedNull(op);
        }
        out.write(NULL);
    }

    private static FraiseqlException unexpectedNull(Op op) {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL,
                op.field() + " is declared non-null but the database holds a null; declare it nullable");
    }

    private static Choices choices(Op op) {
        if (op.choices() == null) {
            throw new IllegalStateException(op.kind() + " without choices");
        }
        return op.choices();
    }
}
