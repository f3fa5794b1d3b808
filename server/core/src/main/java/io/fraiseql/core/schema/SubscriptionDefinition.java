package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;

/** An element of {@code subscriptions}; absent keys are null. */
public record SubscriptionDefinition(
        String at,
        String name,
        @Nullable String description,
        String entity,
        @Nullable String operation,
        @Nullable String deprecation) {}
