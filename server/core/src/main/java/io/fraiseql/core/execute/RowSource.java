package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;

/** The rows of a streamed list, one JSON object after the other. One thread. */
interface RowSource extends AutoCloseable {

    /** Appends the next row; false after the last. */
    boolean next(Utf8Buffer row);

    @Override
    void close();
}
