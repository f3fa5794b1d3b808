package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * An enum.
 *
 * @param values the stored text by GraphQL name, in order (a database value that is no legal name gets one)
 */
public record EnumType(String name, @Nullable String description, Map<String, Value> values) {

    /** The stored text of a value by its GraphQL name. */
    public String stored(String valueName) {
        Value value = values.get(valueName);
        if (value == null) {
            throw new NoSuchElementException(name + " has no value " + valueName);
        }
        return value.stored();
    }

    /** One value. */
    public record Value(
            String stored,
            @Nullable String description,
            @Nullable String deprecation) {}
}
