package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;

/**
 * Something wrong with a schema.
 *
 * @param pointer where: an RFC 6901 JSON pointer into the file; empty for the whole of it
 * @param message what is wrong, naming the key or name
 * @param suggestion what to write instead; null when there is nothing better to say than the message
 */
public record Problem(
        String pointer, String message, @Nullable String suggestion) {

    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "/" : pointer;
        return suggestion == null ? place + ": " + message : place + ": " + message + " (" + suggestion + ")";
    }
}
