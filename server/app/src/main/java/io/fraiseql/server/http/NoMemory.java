package io.fraiseql.server.http;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a request for whose answer the heap has no room, whichever way it came. */
public final class NoMemory {

    private static final Logger LOG = LoggerFactory.getLogger(NoMemory.class);

    private NoMemory() {}

    /** Notes it in the log and returns {@code OVERLOADED}, which tells the client. */
    public static FraiseqlException of(OutOfMemoryError error, String requestId) {
        LOG.error("There was no memory for the answer to request {}", requestId, error);
        return new FraiseqlException(
                CoreErrorCode.OVERLOADED,
                "There is no memory left for this answer; ask for less, or try again later",
                error);
    }
}
