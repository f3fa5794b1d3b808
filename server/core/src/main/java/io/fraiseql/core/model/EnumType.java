package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * An enum.
 *
 * @param values the stored text by GraphQL name, in order (a database value that is no legal name gets one)
 */
public record EnumType(String name, @Nullable String description, Map<String, Value> values) {

    /** One value. */
    public record Value(
            String stored,
            @Nullable String description,
            @Nullable String deprecation) {}
}
