package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/**
 * A root field that answers with each written row of an entity.
 *
 * @param entity what events call the rows
 * @param type the name of the rows' type
 * @param event which writes; null for all
 * @param deprecation the reason; null when not deprecated
 */
public record Subscription(
        String name,
        @Nullable String description,
        String entity,
        String type,
        Event.@Nullable Type event,
        @Nullable String deprecation) {}
