package io.fraiseql.plugin.flight;

import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import java.util.List;

/** What a ticket asks for. Thread-safe. */
interface StreamRequest {

    /**
     * What its rows have. Finds what is wrong with it, without asking the database.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when something is
     */
    List<RowField> describe(RequestContext context);

    /** Begins to answer it; to be closed by the caller. */
    BatchSource open(RequestContext context);

    /** Whether it goes on until somebody ends it, and waits most of the time. */
    default boolean follows() {
        return false;
    }
}
