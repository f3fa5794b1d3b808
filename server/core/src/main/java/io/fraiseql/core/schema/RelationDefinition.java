package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.List;

/** The {@code relation} of a field; absent keys are null. */
public record RelationDefinition(
        String at,
        @Nullable String type,
        @Nullable String cardinality,
        @Nullable ByDialect<List<String>> from,
        @Nullable ByDialect<List<String>> to,
        @Nullable ThroughDefinition through) {

    /** The {@code through} of a relation. */
    public record ThroughDefinition(
            String at,
            @Nullable ByDialect<String> table,
            @Nullable ByDialect<List<String>> from,
            @Nullable ByDialect<List<String>> to) {}
}
