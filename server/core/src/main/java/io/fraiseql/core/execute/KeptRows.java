package io.fraiseql.core.execute;

import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.util.Arrays;
import java.util.List;

/** Values of rows as the database gave them, kept to be read again: numbers and places of texts in longs, texts in bytes. One thread. */
final class KeptRows implements ByteSink {

    private static final int LONG = 64;

    private final int[] columns;
    private final ColumnType[] types;
    /** For each column of the statement: its place among those kept, and that of its first long in a row. */
    private final int[] places;

    private final int[] cells;
    private final int width;
    private long[] rows = new long[0];
    private byte[] texts = new byte[1024];
    private int textLength;
    private int count;
    private int cell;

    /** @param kept columns of the statement */
    KeptRows(RowShape shape, List<Integer> kept) {
        this.columns = kept.stream().mapToInt(Integer::intValue).toArray();
        this.types = new ColumnType[columns.length];
        this.places = new int[shape.columns().size()];
        this.cells = new int[shape.columns().size()];
        int next = (columns.length + LONG - 1) / LONG;
        for (int i = 0; i < columns.length; i++) {
            types[i] = shape.columns().get(columns[i]).type();
            places[columns[i]] = i;
            cells[columns[i]] = next;
            next += types[i] == ColumnType.UUID ? 2 : 1;
        }
        this.width = next;
    }

    void clear() {
        count = 0;
        textLength = 0;
    }

    /** What the rows take. */
    long bytes() {
        return textLength + (long) count * width * Long.BYTES;
    }

    /** Keeps the row that the cursor is at, and gives its number. */
    int add(RowCursor cursor) {
        int start = begin();
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            cell = start + cells[column];
            if (cursor.isNull(column)) {
                setNull(start, i);
            } else {
                keep(cursor, column, types[i]);
            }
        }
        return count++;
    }

    /** Keeps a row of nulls, with zeros in some columns. */
    void addEmpty(List<Integer> zeros) {
        int start = begin();
        for (int i = 0; i < columns.length; i++) {
            if (zeros.contains(columns[i])) {
                rows[start + cells[columns[i]]] = 0;
            } else {
                setNull(start, i);
            }
        }
        count++;
    }

    private int begin() {
        int start = count * width;
        if (rows.length < start + width) {
            rows = Arrays.copyOf(rows, Math.max(start + width, Math.max(LONG * width, rows.length * 2)));
        }
        for (int i = 0; i * LONG < columns.length; i++) {
            rows[start + i] = 0;
        }
        return start;
    }

    private void setNull(int start, int place) {
        rows[start + place / LONG] |= 1L << place;
    }

    private void keep(RowCursor cursor, int column, ColumnType type) {
        switch (type) {
            case BOOLEAN -> rows[cell] = cursor.getBoolean(column) ? 1 : 0;
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE, TIME -> rows[cell] = cursor.getLong(column);
            case FLOAT32, FLOAT -> rows[cell] = Double.doubleToRawLongBits(cursor.getDouble(column));
            case UUID -> {
                rows[cell] = cursor.getUuidHigh(column);
                rows[cell + 1] = cursor.getUuidLow(column);
            }
            case DECIMAL, TEXT, DURATION, JSON, BYTES -> cursor.getBytes(column, this);
        }
    }

    /** Keeps a text. */
    @Override
    public void write(byte[] source, int offset, int length) {
        if (texts.length - textLength < length) {
            texts = Arrays.copyOf(texts, Math.max(Math.addExact(textLength, length), texts.length * 2));
        }
        System.arraycopy(source, offset, texts, textLength, length);
        rows[cell] = ((long) textLength << Integer.SIZE) | length;
        textLength += length;
    }

    boolean isNull(int row, int column) {
        int place = places[column];
        return (rows[row * width + place / LONG] >>> place & 1) != 0;
    }

    /** A number; the bits of a floating-point number; the first half of a UUID. */
    long number(int row, int column) {
        return rows[row * width + cells[column]];
    }

    /** The second half of a UUID. */
    long secondHalf(int row, int column) {
        return rows[row * width + cells[column] + 1];
    }

    void text(int row, int column, ByteSink target) {
        long place = number(row, column);
        target.write(texts, (int) (place >>> Integer.SIZE), (int) place);
    }
}
