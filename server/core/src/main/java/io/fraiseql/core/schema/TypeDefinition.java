package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code types}; absent keys are null. */
public record TypeDefinition(
        String at,
        String name,
        @Nullable String description,
        @Nullable ByDialect<String> source,
        @Nullable String sourceKind,
        @Nullable String jsonColumn,
        @Nullable ByDialect<List<String>> primaryKey,
        List<String> interfaces,
        boolean relay,
        boolean aggregate,
        @Nullable ByDialect<String> versionColumn,
        @Nullable String capture,
        List<FieldDefinition> fields) {}
