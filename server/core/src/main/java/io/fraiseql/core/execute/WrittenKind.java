package io.fraiseql.core.execute;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.Event;

/**
 * That something of a kind was written, by whomever.
 *
 * @param entityType null when that is not known
 * @param type null when it is none that is known
 */
public record WrittenKind(@Nullable String entityType, Event.@Nullable Type type) {}
