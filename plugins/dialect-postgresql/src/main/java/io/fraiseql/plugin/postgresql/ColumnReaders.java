package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import java.util.Set;
import org.postgresql.core.Oid;

/** Chooses how a result column is decoded, by what the engine expects and what the server sends. */
final class ColumnReaders {

    /** Types that the driver may switch to their binary form at any execution; everything else arrives as text. */
    private static final Set<Integer> NOT_TEXT = Set.of(
            Oid.BOOL,
            Oid.INT2,
            Oid.INT4,
            Oid.INT8,
            Oid.FLOAT4,
            Oid.FLOAT8,
            Oid.NUMERIC,
            Oid.UUID,
            Oid.DATE,
            Oid.TIME,
            Oid.TIMETZ,
            Oid.TIMESTAMP,
            Oid.TIMESTAMPTZ,
            Oid.BYTEA);

    private ColumnReaders() {}

    /**
     * The reader for a column.
     *
     * @param oid the type the server sends
     * @param binary whether it sends the type's binary form
     * @throws io.fraiseql.spi.error.FraiseqlException {@code VALUE_NOT_READABLE} when that type cannot be read as expected
     */
    static ColumnReader choose(ColumnType expected, int oid, boolean binary, int column) {
        ColumnReader reader = reader(expected, oid, binary, column);
        boolean fits = !binary || sendsBinaryFor(expected, oid);
        if (!fits || !convertible(expected, oid)) {
            throw reader.unreadable("values of another type (oid " + oid + ")");
        }
        return reader;
    }

    private static ColumnReader reader(ColumnType expected, int oid, boolean binary, int column) {
        return switch (expected) {
            case BOOLEAN -> new BooleanReader(column, binary);
            case INT, BIGINT -> new IntegerReader(expected, column, binary);
            case FLOAT32, FLOAT -> new FloatReader(expected, column, oid, binary);
            case DECIMAL -> new DecimalReader(column, oid, binary);
            case UUID -> new UuidReader(column, binary);
            case DATETIME, LOCAL_DATETIME -> new TimestampReader(expected, column, binary);
            case DATE -> new DateReader(column, binary);
            case TIME -> new TimeReader(column, binary);
            case DURATION -> new DurationReader(column);
            case TEXT, JSON, BYTES -> new PlainReader(expected, column);
        };
    }

    /** Whether the binary form of what the server sends is read, as far as that type can be read at all. */
    static boolean sendsBinaryFor(ColumnType expected, int oid) {
        return switch (expected) {
            case TEXT, JSON -> oid == Oid.TEXT || oid == Oid.VARCHAR || oid == Oid.BPCHAR || oid == Oid.NAME;
            case DURATION -> false;
            default -> true;
        };
    }

    private static boolean convertible(ColumnType expected, int oid) {
        return switch (expected) {
            case BOOLEAN -> oid == Oid.BOOL;
            case INT, BIGINT -> integer(oid);
            case FLOAT32, FLOAT -> oid == Oid.FLOAT8 || oid == Oid.FLOAT4 || oid == Oid.NUMERIC || integer(oid);
            case DECIMAL -> oid == Oid.NUMERIC || integer(oid);
            case UUID -> oid == Oid.UUID;
            case DATETIME -> oid == Oid.TIMESTAMPTZ;
            case LOCAL_DATETIME -> oid == Oid.TIMESTAMP;
            case DATE -> oid == Oid.DATE;
            case TIME -> oid == Oid.TIME;
            case DURATION -> oid == Oid.INTERVAL || oid == Oid.TEXT;
            case BYTES -> oid == Oid.BYTEA;
            case TEXT -> !NOT_TEXT.contains(oid);
            case JSON -> oid == Oid.JSON || oid == Oid.JSONB || oid == Oid.TEXT;
        };
    }

    private static boolean integer(int oid) {
        return oid == Oid.INT4 || oid == Oid.INT8 || oid == Oid.INT2;
    }
}
