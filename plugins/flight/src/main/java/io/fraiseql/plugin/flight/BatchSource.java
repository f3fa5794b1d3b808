package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.query.RowField;
import java.util.List;

/** Fills one batch after the other. Used by one thread, except {@link #cancel}. */
interface BatchSource extends AutoCloseable {

    /** What the rows have. */
    List<RowField> fields();

    /** Replaces the rows of the batch by the next ones; false when no more follow. */
    boolean fill(RowBatch batch);

    /** What the client is told beside the batch that was filled last; null for nothing. */
    default byte @Nullable [] metadata() {
        return null;
    }

    /** Ends soon what is waited for; callable from any thread. */
    void cancel();

    @Override
    void close();
}
