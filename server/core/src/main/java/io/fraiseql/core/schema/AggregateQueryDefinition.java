package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.List;

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
        List<WindowDefinition> windows,
        @Nullable String deprecation) {

    /** An element of {@code windows}. */
    public record WindowDefinition(
            String at,
            String name,
            String function,
            @Nullable String of,
            @Nullable Integer offset,
            List<String> partitionBy,
            List<OrderDefinition> orderBy,
            @Nullable FrameDefinition frame) {}

    /** An element of {@code order_by}. */
    public record OrderDefinition(
            String at, String by, @Nullable String direction) {}

    /** A {@code frame}. */
    public record FrameDefinition(
            String at,
            String unit,
            @Nullable Integer from,
            @Nullable Integer to) {}
}
