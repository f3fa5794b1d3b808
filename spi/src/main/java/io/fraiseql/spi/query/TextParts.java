package io.fraiseql.spi.query;

import io.fraiseql.spi.database.ByteSink;

/**
 * The rows of an operation as one text, read part by part. Implemented by the host; used by one thread, except {@link #cancel}. Holds a database
 * connection until it is closed.
 */
public interface TextParts extends AutoCloseable {

    /**
     * Writes the next part, some ten thousand bytes of UTF-8 that may end within a row; runs the statement at the first call. False, and nothing
     * written, at the end.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the rows cannot be read to their end
     */
    boolean next(ByteSink target);

    /** Ends the statement in the database, soon and without waiting; {@link #next} then throws. Callable from any thread. */
    void cancel();

    /** Gives the connection back; ends what still runs. */
    @Override
    void close();
}
