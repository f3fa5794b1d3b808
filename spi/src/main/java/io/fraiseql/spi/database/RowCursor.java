package io.fraiseql.spi.database;

/**
 * The rows of a running statement, read forward once. Implemented by database plugins; used by one thread. Columns are
 * zero-based positions of {@link RowShape#columns()}; the getter must be the one {@link ColumnType} names; values are valid until
 * the next {@link #next()}. A getter on a null value returns zero, false or writes nothing, so that {@link #isNull} comes first.
 *
 * <p>Every method but {@link #close} throws {@link io.fraiseql.spi.error.FraiseqlException}: {@link DatabaseErrorCode#TIMEOUT} when
 * cancelled, {@link DatabaseErrorCode#VALUE_NOT_READABLE} when a stored value does not fit its type, {@link
 * DatabaseErrorCode#UNAVAILABLE} when the connection is lost.
 */
public interface RowCursor extends AutoCloseable {

    /** Moves to the next row; false after the last. */
    boolean next();

    /** Whether the column is null in this row. */
    boolean isNull(int column);

    /** A {@link ColumnType#BOOLEAN}. */
    boolean getBoolean(int column);

    /** An {@code INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE} or {@code TIME}, in the unit that {@link ColumnType} gives. */
    long getLong(int column);

    /** A {@code FLOAT} or {@code FLOAT32}. */
    double getDouble(int column);

    /** A {@code TEXT, DECIMAL, DURATION, JSON} or {@code BYTES}, written to the target in one call. */
    void getBytes(int column, ByteSink target);

    /** The first eight bytes of a {@code UUID}. */
    long getUuidHigh(int column);

    /** The last eight bytes of a {@code UUID}. */
    long getUuidLow(int column);

    /** Ends the statement and frees what it holds; the session can run the next one. */
    @Override
    void close();
}
