package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code enums}. */
public record EnumDefinition(
        String at, String name, @Nullable String description, List<Value> values) {

    /** One value; {@code value} is the stored text, the name itself when absent. */
    public record Value(
            String at,
            String name,
            @Nullable String value,
            @Nullable String description,
            @Nullable String deprecation) {}
}
