package io.fraiseql.server.metrics;

import java.util.Locale;

/** How a stream ended. */
public enum ExportEnd {
    /** With its last row. */
    COMPLETE,
    /** The client went away. */
    CLIENT_GONE,
    /** The client did not take what was written. */
    STALLED,
    /** The rows could not be read to their end. */
    FAILED;

    /** As in the metric's label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
