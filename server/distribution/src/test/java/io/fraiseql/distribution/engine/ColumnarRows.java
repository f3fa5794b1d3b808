package io.fraiseql.distribution.engine;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a statement in typed columns, filled by what the {@link RowShape} says and nothing else. */
public final class ColumnarRows {

    private final List<Column> columns;
    private int count;

    private ColumnarRows(RowShape shape) {
        this.columns = shape.columns().stream()
                .map(column -> new Column(column.type()))
                .toList();
    }

    /** Reads a cursor to its end. */
    public static ColumnarRows read(RowShape shape, RowCursor cursor) {
        ColumnarRows rows = new ColumnarRows(shape);
        while (cursor.next()) {
            for (int i = 0; i < rows.columns.size(); i++) {
                rows.columns.get(i).append(cursor, i, rows.count);
            }
            rows.count++;
        }
        return rows;
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    List<Integer> numbers() {
        return IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    /** The type of a column. */
    public ColumnType type(int column) {
        return columns.get(column).type;
    }

    /** Whether a cell is null. */
    public boolean isNull(int row, int column) {
        return columns.get(column).nulls.get(row);
    }

    /** A cell of a fixed width: an integer, the bits of a double, 0 or 1, the high half of a UUID. */
    public long number(int row, int column) {
        return columns.get(column).numbers.get(row);
    }

    /** The low half of a UUID. */
    public long lowNumber(int row, int column) {
        return columns.get(column).lowNumbers.get(row);
    }

    /** A cell of a variable width. */
    public byte[] bytes(int row, int column) {
        return columns.get(column).bytes.get(row);
    }

    private static final class Column {

        private static final byte[] NONE = {};

        private final ColumnType type;
        private final BitSet nulls = new BitSet();
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> lowNumbers = new ArrayList<>();
        private final List<byte[]> bytes = new ArrayList<>();

        Column(ColumnType type) {
            this.type = type;
        }

        void append(RowCursor cursor, int column, int row) {
            boolean none = cursor.isNull(column);
            nulls.set(row, none);
            switch (type) {
                case BOOLEAN -> numbers.add(!none && cursor.getBoolean(column) ? 1L : 0L);
                case INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE, TIME ->
                    numbers.add(none ? 0 : cursor.getLong(column));
                case FLOAT32, FLOAT -> numbers.add(none ? 0 : Double.doubleToLongBits(cursor.getDouble(column)));
                case UUID -> {
                    numbers.add(none ? 0 : cursor.getUuidHigh(column));
                    lowNumbers.add(none ? 0 : cursor.getUuidLow(column));
                }
                case DECIMAL, TEXT, DURATION, JSON, BYTES -> bytes.add(none ? NONE : read(cursor, column));
            }
        }

        private static byte[] read(RowCursor cursor, int column) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            cursor.getBytes(column, out::write);
            return out.toByteArray();
        }
    }
}
