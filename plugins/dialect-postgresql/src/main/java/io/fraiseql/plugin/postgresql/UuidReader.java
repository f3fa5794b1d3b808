package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.util.UUID;

final class UuidReader extends ColumnReader {

    private final boolean binary;

    UuidReader(int column, boolean binary) {
        super(ColumnType.UUID, column);
        this.binary = binary;
    }

    @Override
    long readUuidHigh(byte[] value) {
        return binary
                ? BigEndian.longAt(value, 0)
                : UUID.fromString(ascii(value)).getMostSignificantBits();
    }

    @Override
    long readUuidLow(byte[] value) {
        return binary
                ? BigEndian.longAt(value, 8)
                : UUID.fromString(ascii(value)).getLeastSignificantBits();
    }
}
