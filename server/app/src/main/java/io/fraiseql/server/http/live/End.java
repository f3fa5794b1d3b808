package io.fraiseql.server.http.live;

import java.util.Locale;

/** Why a client is no longer there. */
enum End {
    /** It went away, or has everything. */
    CLIENT,
    /** It did not keep to the protocol. */
    REFUSED,
    /** It took its answers too slowly. */
    SLOW,
    /** It gave no sign of life. */
    SILENT,
    /** It could not be given answers. */
    FAILED,
    STOPPING;

    /** As in the metric. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
