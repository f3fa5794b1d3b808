package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code unions}. */
public record UnionDefinition(
        String at,
        String name,
        @Nullable String description,
        List<String> members,
        @Nullable DiscriminatorDefinition discriminator) {}
