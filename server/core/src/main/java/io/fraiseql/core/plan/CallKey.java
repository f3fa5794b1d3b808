package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.UUID;

/** How the text of an entity's id becomes the value of its key. */
public record CallKey(ColumnType type) {

    /**
     * The value as it is bound.
     *
     * @throws FraiseqlException {@link CoreErrorCode#INTERNAL} when the function gives no such key
     */
    public Object value(String id) {
        try {
            return switch (type) {
                case INT, BIGINT -> Long.valueOf(id);
                case UUID -> UUID.fromString(id);
                case TEXT -> id;
                default -> throw new IllegalArgumentException("a key of " + type);
            };
        } catch (IllegalArgumentException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the function gave an entity_id that is no key of its type; correct it", e);
        }
    }
}
