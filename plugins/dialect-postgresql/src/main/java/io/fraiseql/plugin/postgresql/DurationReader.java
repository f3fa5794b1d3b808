package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;

/** {@code interval} as text; the session writes ISO 8601. */
final class DurationReader extends ColumnReader {

    DurationReader(int column) {
        super(ColumnType.DURATION, column);
    }

    @Override
    void readBytes(byte[] value, ByteSink target) {
        if (value[0] != 'P') {
            throw unreadable(ascii(value));
        }
        target.write(value, 0, value.length);
    }
}
