package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/**
 * That something of a kind was written.
 *
 * @param entityType null when that cannot be read
 * @param type null when it is none that is known
 */
public record LogChange(@Nullable String entityType, Event.@Nullable Type type) {}
