package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.RowField;
import org.apache.arrow.vector.BaseVariableWidthVector;

/** A UUID as lower-case text. */
final class UuidTextColumn extends VariableColumn {

    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int LENGTH = 36;

    private final byte[] text = new byte[LENGTH];

    UuidTextColumn(RowField field, BaseVariableWidthVector vector) {
        super(vector, field.column(), field.nullable());
    }

    @Override
    void set(RowCursor row) {
        int end = digits(row.getUuidHigh(column), 0);
        digits(row.getUuidLow(column), end);
        write(text, 0, LENGTH);
    }

    /** Writes half of a UUID and gives the place of the other. */
    private int digits(long half, int start) {
        int at = start;
        for (int shift = 60; shift >= 0; shift -= 4) {
            if (at == 8 || at == 13 || at == 18 || at == 23) {
                text[at++] = '-';
            }
            text[at++] = DIGITS[(int) (half >>> shift) & 15];
        }
        return at;
    }
}
