package io.fraiseql.core.request;

import io.fraiseql.core.json.Utf8Buffer;

/**
 * The rows of one list, read part by part while a database connection is held. Used by one thread, except {@link #cancel}; the next part is only read when it is
 * asked for, so that whoever writes it sets the pace.
 */
public interface RowStream extends AutoCloseable {

    /**
     * Appends the next part, some ten thousand bytes; nothing when the end was reached.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when the rows cannot be read to their end
     */
    void next(Utf8Buffer out);

    /** Rows given so far. */
    long rows();

    /** Ends the statement in the database, soon and without waiting; whoever asks for a part then gets an error. Callable from any thread. */
    void cancel();

    /** Ends the statement and gives the connection back. */
    @Override
    void close();
}
