package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;

/**
 * An element of {@code aggregate_queries}; absent keys are null.
 *
 * @param factTable the table of a fact table, or the name of a type
 */
public record AggregateQueryDefinition(
        String at,
        String name,
        @Nullable String description,
        String factTable,
        @Nullable String deprecation) {}
