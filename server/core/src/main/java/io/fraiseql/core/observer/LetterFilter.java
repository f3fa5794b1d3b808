package io.fraiseql.core.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.spi.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param rule of which rule; null for all
 * @param entity about which entity; null for all
 */
public record LetterFilter(@Nullable String rule, @Nullable String entity) {

    /** All of them. */
    public static final LetterFilter ALL = new LetterFilter(null, null);

    private static final JsonMapper MAPPER = new JsonMapper();

    boolean admits(DeliveryRow row) {
        return (rule == null || rule.equals(row.rule())) && (entity == null || entity.equals(entity(row)));
    }

    private static @Nullable String entity(DeliveryRow row) {
        try {
            return MAPPER.readTree(row.event()).path("entity").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
