package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;

/** Text, JSON and raw bytes: what the wire has is the value. */
final class PlainReader extends ColumnReader {

    PlainReader(ColumnType type, int column) {
        super(type, column);
    }

    @Override
    void readBytes(byte[] value, ByteSink target) {
        target.write(value, 0, value.length);
    }
}
