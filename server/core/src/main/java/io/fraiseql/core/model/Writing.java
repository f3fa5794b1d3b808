package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;

/**
 * How the rows of a type are written.
 *
 * @param version the field that counts the writes of a row and must be known to change it; null for none
 */
public record Writing(@Nullable String version) {

    /** Without a version. */
    public static final Writing PLAIN = new Writing(null);
}
