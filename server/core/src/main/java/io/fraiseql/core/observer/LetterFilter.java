package io.fraiseql.core.observer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

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

    /**
     * Makes sure that somebody who means all of them has said so, and that who says so means all of them.
     *
     * @param all whether it was said
     * @param how how to say it
     * @param code of the refusal
     */
    public void requireChosen(boolean all, String how, ErrorCode code) {
        if (all != equals(ALL)) {
            throw new FraiseqlException(
                    code,
                    all
                            ? "say either a rule or an entity, or " + how + ", and not both"
                            : "say which ones, by a rule or an entity, or " + how + " for all of them");
        }
    }

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
