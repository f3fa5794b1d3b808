package io.fraiseql.spi.columnar;

import io.fraiseql.spi.Nullable;

/**
 * A declared column: data, made by the host.
 *
 * @param required whether who writes rows must give it
 * @param nullable whether its values may be null
 * @param index whether storage should find rows by it
 * @param defaultValue what it is when it is not given, as JSON; null for none
 * @param doc what it means; null when that is not said
 */
public record DeclaredField(
        String name,
        DeclaredType type,
        boolean required,
        boolean nullable,
        boolean index,
        @Nullable String defaultValue,
        @Nullable String doc) {}
