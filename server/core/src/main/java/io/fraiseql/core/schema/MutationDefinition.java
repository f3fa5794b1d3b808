package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.schema.QueryDefinition.ArgumentDefinition;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code mutations}; absent keys are null. */
public record MutationDefinition(
        String at,
        String name,
        @Nullable String description,
        String returnType,
        boolean returnsList,
        @Nullable ByDialect<String> table,
        @Nullable ByDialect<String> function,
        List<ArgumentDefinition> arguments,
        @Nullable String operation,
        @Nullable String entity,
        @Nullable String deprecation) {}
