package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;

final class BooleanReader extends ColumnReader {

    private final byte yes;

    BooleanReader(int column, boolean binary) {
        super(ColumnType.BOOLEAN, column);
        this.yes = (byte) (binary ? 1 : 't');
    }

    @Override
    boolean readBoolean(byte[] value) {
        return value[0] == yes;
    }
}
