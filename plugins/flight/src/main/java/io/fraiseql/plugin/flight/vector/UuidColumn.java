package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.query.RowField;
import java.nio.ByteBuffer;
import org.apache.arrow.vector.FixedSizeBinaryVector;

/** A UUID as its 16 bytes. */
final class UuidColumn extends FixedColumn {

    private final FixedSizeBinaryVector uuids;
    private final ByteBuffer bytes = ByteBuffer.allocate(16);

    UuidColumn(RowField field, FixedSizeBinaryVector uuids) {
        super(uuids, field.column(), field.nullable());
        this.uuids = uuids;
    }

    @Override
    void set(RowCursor row, int index) {
        set(index, row.getUuidHigh(column), row.getUuidLow(column));
    }

    @Override
    void zero(int index) {
        set(index, 0, 0);
    }

    private void set(int index, long high, long low) {
        bytes.putLong(0, high).putLong(8, low);
        uuids.set(index, bytes.array());
    }
}
