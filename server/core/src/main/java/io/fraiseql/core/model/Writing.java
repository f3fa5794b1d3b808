package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;

/**
 * How the rows of a type are written.
 *
 * @param version the field that counts the writes of a row and must be known to change it; null for none
 * @param capture who notes the changes of its tables in the outbox
 */
public record Writing(@Nullable String version, Capture capture) {

    /** Without a version. */
    public static final Writing PLAIN = new Writing(null, Capture.SERVER);

    /** Who appends events. */
    public enum Capture {
        /** The server, of its own writes. */
        SERVER,
        /** Triggers of the database, of everybody's writes. */
        TRIGGER
    }
}
