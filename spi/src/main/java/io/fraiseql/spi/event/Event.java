package io.fraiseql.spi.event;

import io.fraiseql.spi.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One written row, as the log has it: data, made by the host.
 *
 * @param position the place in the log, 1 and up without gaps; a later write of the same row has a higher one
 * @param id unique, and the same however often the event is delivered
 * @param entityType the entity's name in the schema
 * @param entityId the key of the row as text; a JSON array for a key of several fields
 * @param data the row after the write as JSON, every stored field as the API writes it; null for a DELETE
 * @param before the row before the write, likewise; null for an INSERT and where it is not known
 * @param changedFields of an UPDATE the names of the fields whose values differ; null otherwise
 * @param userId who wrote; null when that is not known
 * @param orgId the organisation of who wrote; null when that is not known
 * @param traceContext of the request that wrote; null when it had none
 * @param createdAt when it was written, by the clock of who wrote, to the microsecond
 */
public record Event(
        long position,
        UUID id,
        String entityType,
        String entityId,
        Type type,
        @Nullable String data,
        @Nullable String before,
        @Nullable List<String> changedFields,
        @Nullable String userId,
        @Nullable String orgId,
        @Nullable String traceContext,
        Instant createdAt) {

    public Event {
        changedFields = changedFields == null ? null : List.copyOf(changedFields);
    }

    /** What was done to the row. */
    public enum Type {
        INSERT,
        UPDATE,
        DELETE,
        /** Whatever a function of the database says it did. */
        CUSTOM
    }
}
