package io.fraiseql.bench.micro;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import java.nio.charset.StandardCharsets;

/** Rows of any columns whose values depend on the row and the column alone. */
final class MemoryRows implements RowCursor {

    private static final byte[][] TEXTS = {
        "amber harbour".getBytes(StandardCharsets.US_ASCII),
        "12345.67".getBytes(StandardCharsets.US_ASCII),
        "a \"quoted\" café".getBytes(StandardCharsets.UTF_8)
    };
    private static final long MICROS = 1_700_000_000_000_001L;
    private static final int FIRST_TIME = 4;
    private static final int LAST_TIME = 5;
    private static final double RATIO = 0.000_123_456_789;

    private final int rows;
    private int row;

    MemoryRows(int rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return row++ < rows;
    }

    @Override
    public boolean isNull(int column) {
        return false;
    }

    @Override
    public boolean getBoolean(int column) {
        return (row & 1) == 0;
    }

    /** Microseconds in the columns of times; in others small, as keys, counts and days are. */
    @Override
    public long getLong(int column) {
        return column >= FIRST_TIME && column <= LAST_TIME ? MICROS + row : row;
    }

    @Override
    public double getDouble(int column) {
        return RATIO * row;
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        byte[] text = TEXTS[column % TEXTS.length];
        target.write(text, 0, text.length);
    }

    @Override
    public long getUuidHigh(int column) {
        return 0x1234_5678_9abc_def0L + row;
    }

    @Override
    public long getUuidLow(int column) {
        return 0x0fed_cba9_8765_4321L - row;
    }

    @Override
    public void close() {}
}
