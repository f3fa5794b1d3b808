package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.nio.charset.StandardCharsets;
import org.postgresql.core.Oid;

/** {@code float4} and {@code float8}; exact numbers are converted. */
final class FloatReader extends ColumnReader {

    private final int oid;
    private final boolean binary;

    FloatReader(ColumnType type, int column, int oid, boolean binary) {
        super(type, column);
        this.oid = oid;
        this.binary = binary;
    }

    @Override
    double readDouble(byte[] value) {
        if (!binary) {
            return oid == Oid.FLOAT4 ? Float.parseFloat(ascii(value)) : Double.parseDouble(ascii(value));
        }
        return switch (oid) {
            case Oid.FLOAT8 -> Double.longBitsToDouble(BigEndian.longAt(value, 0));
            case Oid.FLOAT4 -> Float.intBitsToFloat(BigEndian.intAt(value, 0));
            case Oid.NUMERIC -> numeric(value);
            default -> BigEndian.integer(value);
        };
    }

    private double numeric(byte[] value) {
        if (NumericText.special(value)) {
            throw unreadable("NaN or infinity");
        }
        NumericText text = new NumericText();
        int length = text.write(value);
        return Double.parseDouble(new String(text.array(), 0, length, StandardCharsets.US_ASCII));
    }
}
