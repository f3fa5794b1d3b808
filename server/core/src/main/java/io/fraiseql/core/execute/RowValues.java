package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.RowProgram.Choices;
import io.fraiseql.core.plan.RowProgram.Op;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The rules for values that hold for every form of an answer. */
final class RowValues {

    /** Databases add floating-point numbers up in different orders; 12 digits are the same in all. */
    private static final MathContext COMPUTED = new MathContext(12, RoundingMode.HALF_EVEN);

    private RowValues() {}

    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(COMPUTED).doubleValue() : value;
    }

    static long count(long value, Op op) {
        if (value > Integer.MAX_VALUE) {
            throw new FraiseqlException(
                    CoreErrorCode.QUERY_TOO_COMPLEX,
                    op.field() + ": there are more than " + Integer.MAX_VALUE + " rows to count; ask for fewer with"
                            + " where");
        }
        return value;
    }

    /** An Int may be read from the place of its row, whose numbers are wider. */
    static long narrow(long value, Op op) {
        if (value != (int) value) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL,
                    op.field() + ": the database holds " + value + ", which an Int cannot hold; declare it BigInt");
        }
        return value;
    }

    static FraiseqlException unexpectedNull(Op op) {
        return new FraiseqlException(
                CoreErrorCode.INTERNAL,
                op.field() + " is declared non-null but the database holds a null; declare it nullable");
    }

    static Choices choices(Op op) {
        if (op.choices() == null) {
            throw new IllegalStateException(op.kind() + " without choices");
        }
        return op.choices();
    }

    /** Which of the instruction's choices a text of the database is; -1 when it is none. */
    static int choose(Op op, byte[] bytes, int offset, int length) {
        List<byte[]> texts = choices(op).texts();
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            if (Arrays.equals(text, 0, text.length, bytes, offset, offset + length)) {
                return i;
            }
        }
        return -1;
    }

    /** A choice that {@link #choose} made. */
    static int chosen(int choice, Op op) {
        if (choice < 0) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, op.field() + ": the database holds a value that the schema does not name");
        }
        return choice;
    }
}
