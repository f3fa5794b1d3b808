package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;

/**
 * The rows around a row.
 *
 * @param rows whether they are counted; else rows of the same place in the order belong together, and the bounds are 0 or null
 * @param from the first, negative before the row; null for the first of all
 * @param to the last; null for the last of all
 */
public record WindowFrame(
        boolean rows, @Nullable Integer from, @Nullable Integer to) {}
