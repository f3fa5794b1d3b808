package io.fraiseql.spi.query;

import io.fraiseql.spi.database.RowCursor;

/** The rows of a list, and below each of them the rows of its lists. Implemented by the host; used by one thread. */
public interface ListCursor extends RowCursor {

    /**
     * The rows below the row that this is at, before the first of them. Valid until {@link #next()} or until it is asked for again; closing it
     * does nothing.
     *
     * @param column of a field of the kind {@link RowField.Kind#LIST} or {@link RowField.Kind#SINGLE}
     */
    ListCursor list(int column);
}
