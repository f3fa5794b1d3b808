package io.fraiseql.core.cursor;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;

/** Packs columns of the rows of one cursor. One thread. */
public final class RowPacker implements ByteSink {

    private final RowCursor row;
    private final PackedValues packed = new PackedValues();

    public RowPacker(RowCursor row) {
        this.row = row;
    }

    /** The text for the row that the cursor is at, in ASCII. */
    public byte[] pack(PackedColumns columns) {
        if (columns.typeName() == null) {
            packed.begin(PackedValues.Kind.CURSOR).add(columns.head());
        } else {
            packed.begin(PackedValues.Kind.NODE).add(columns.typeName());
        }
        for (int i = 0; i < columns.columns().size(); i++) {
            add(columns.columns().get(i), columns.types().get(i));
        }
        return packed.end();
    }

    private void add(int column, ColumnType type) {
        if (row.isNull(column)) {
            packed.addNull();
            return;
        }
        switch (type) {
            case BOOLEAN -> packed.add(row.getBoolean(column) ? 1 : 0);
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE, TIME -> packed.add(row.getLong(column));
            case FLOAT32, FLOAT -> packed.add(row.getDouble(column));
            case UUID -> packed.add(row.getUuidHigh(column), row.getUuidLow(column));
            case DECIMAL, TEXT, DURATION, JSON, BYTES -> row.getBytes(column, this);
        }
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        packed.add(source, offset, length);
    }
}
