package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.RowField;
import org.apache.arrow.vector.DecimalVector;

/** A Decimal whose precision and scale are declared, from its digits. */
final class DecimalColumn extends FixedColumn implements ByteSink {

    private final DecimalVector decimals;
    private final DecimalDigits digits;
    private int index;

    DecimalColumn(RowField field, DecimalVector decimals) {
        super(decimals, field.column(), field.nullable());
        this.decimals = decimals;
        this.digits = new DecimalDigits(field.name(), decimals.getPrecision(), decimals.getScale());
    }

    @Override
    void set(RowCursor row, int at) {
        index = at;
        row.getBytes(column, this);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        digits.read(source, offset, length);
        decimals.setBigEndian(index, digits.bigEndian());
    }

    @Override
    void zero(int at) {
        decimals.set(at, 0);
    }
}
