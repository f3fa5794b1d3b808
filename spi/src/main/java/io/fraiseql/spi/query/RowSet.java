package io.fraiseql.spi.query;

import java.util.List;

/**
 * The rows of an operation. Implemented by the host; used by one thread, except {@link #cancel}. Holds a database connection until it
 * is closed.
 */
public interface RowSet extends AutoCloseable {

    /** What each row has. */
    List<RowField> fields();

    /**
     * The rows; runs the statement at the first call. Values are as every transport gives them: checked against the schema, names of enums
     * instead of what the database stores. Besides what {@link ListCursor} says its methods throw {@link
     * io.fraiseql.spi.error.FraiseqlException} for a value that the schema does not allow.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the statement fails at once
     */
    ListCursor cursor();

    /**
     * Ends the statement in the database, soon and without waiting; the cursor, or what waits for it, then throws. Callable from any thread; does
     * nothing after {@link #close}.
     */
    void cancel();

    /** Gives the connection back; ends what still runs. */
    @Override
    void close();
}
