package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.List;

/** An element of {@code fields}; absent keys are null. */
public record FieldDefinition(
        String at,
        String name,
        @Nullable String description,
        String type,
        boolean nullable,
        @Nullable ByDialect<String> column,
        List<String> path,
        @Nullable ByDialect<SqlType> sql,
        @Nullable ByDialect<String> computed,
        @Nullable RelationDefinition relation,
        @Nullable String deprecation) {}
