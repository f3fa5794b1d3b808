package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** An element of {@code queries}; absent keys are null. */
public record QueryDefinition(
        String at,
        String name,
        @Nullable String description,
        String returnType,
        boolean returnsList,
        @Nullable Boolean nullable,
        @Nullable ByDialect<String> source,
        List<ArgumentDefinition> arguments,
        AutoParams autoParams,
        @Nullable Boolean relay,
        @Nullable Boolean aggregate,
        @Nullable String deprecation,
        @Nullable Integer cacheSeconds) {

    /** An element of {@code arguments}. */
    public record ArgumentDefinition(
            String at,
            String name,
            String type,
            boolean nullable,
            @Nullable JsonNode defaultValue) {}

    /** The {@code auto_params}; absent keys are null. */
    public record AutoParams(
            String at,
            @Nullable Boolean where,
            @Nullable Boolean orderBy,
            @Nullable Boolean limit,
            @Nullable Boolean offset) {}
}
