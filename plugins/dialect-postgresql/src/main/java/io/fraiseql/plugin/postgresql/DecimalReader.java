package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import org.postgresql.core.Oid;

/** {@code numeric} and integers, as digits. */
final class DecimalReader extends ColumnReader {

    private final boolean binary;
    private final boolean integer;
    private final NumericText text = new NumericText();

    DecimalReader(int column, int oid, boolean binary) {
        super(ColumnType.DECIMAL, column);
        this.binary = binary;
        this.integer = oid != Oid.NUMERIC;
    }

    @Override
    void readBytes(byte[] value, ByteSink target) {
        if (!binary) {
            readText(value, target);
            return;
        }
        if (!integer && NumericText.special(value)) {
            throw unreadable("NaN or infinity");
        }
        int length = integer ? text.write(BigEndian.integer(value)) : text.write(value);
        target.write(text.array(), 0, length);
    }

    private void readText(byte[] value, ByteSink target) {
        if (value[value.length - 1] > '9') {
            throw unreadable("NaN or infinity");
        }
        target.write(value, 0, value.length);
    }
}
