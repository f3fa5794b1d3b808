package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;

/** Decodes the wire bytes of one result column; never called with a null value. Used by the thread of its cursor. */
abstract class ColumnReader {

    private final ColumnType type;
    private final int column;

    ColumnReader(ColumnType type, int column) {
        this.type = type;
        this.column = column;
    }

    boolean readBoolean(byte[] value) {
        throw wrongGetter();
    }

    long readLong(byte[] value) {
        throw wrongGetter();
    }

    double readDouble(byte[] value) {
        throw wrongGetter();
    }

    void readBytes(byte[] value, ByteSink target) {
        throw wrongGetter();
    }

    long readUuidHigh(byte[] value) {
        throw wrongGetter();
    }

    long readUuidLow(byte[] value) {
        throw wrongGetter();
    }

    /** The error for a value that the column's type has no room for. */
    final FraiseqlException unreadable(Object found) {
        return new FraiseqlException(
                DatabaseErrorCode.VALUE_NOT_READABLE,
                "result column " + column + " is declared " + type + " but holds " + found
                        + "; correct the data or the type in the schema");
    }

    static String ascii(byte[] value) {
        return new String(value, StandardCharsets.US_ASCII);
    }

    private IllegalStateException wrongGetter() {
        return new IllegalStateException("column " + column + " is " + type + "; use the getter that it names");
    }
}
