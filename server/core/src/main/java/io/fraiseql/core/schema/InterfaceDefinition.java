package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code interfaces}; its members are the types that implement it. */
public record InterfaceDefinition(
        String at,
        String name,
        @Nullable String description,
        List<FieldDefinition> fields,
        @Nullable DiscriminatorDefinition discriminator) {}
