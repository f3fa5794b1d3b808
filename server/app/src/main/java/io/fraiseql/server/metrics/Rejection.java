package io.fraiseql.server.metrics;

import java.util.Locale;

/** Why a request was refused without being tried. */
public enum Rejection {
    /** As many requests wait as may wait. */
    QUEUE_FULL,
    /** It waited as long as it may wait. */
    WAIT_TIMEOUT,
    /** As many streams run as may run. */
    EXPORTS_FULL,
    /** The server is stopping. */
    DRAINING;

    /** As in the metric's label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
