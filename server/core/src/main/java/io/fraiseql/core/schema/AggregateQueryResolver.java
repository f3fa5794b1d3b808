package io.fraiseql.core.schema;

import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/** Resolves {@code aggregate_queries}: queries of groups without a list of rows beside them. */
final class AggregateQueryResolver {

    private final Scope scope;
    private final NameCheck names;
    private final Map<String, ObjectType> types;

    AggregateQueryResolver(Scope scope, NameCheck names, Map<String, ObjectType> types) {
        this.scope = scope;
        this.names = names;
        this.types = types;
    }

    /** Resolves one; null when too little of it is left. */
    @Nullable
    RootField resolve(AggregateQueryDefinition query) {
        String name = scope.naming().apply(query.name());
        boolean legal = names.legal(query.at(), "a query", name);
        ObjectType type = type(query);
        if (!legal || type == null) {
            return null;
        }
        return new RootField(
                name,
                query.description(),
                new TypeRef(TypeRef.Kind.OBJECT, type.name(), false, true, false),
                null,
                List.of(),
                true,
                false,
                false,
                false,
                Offers.AGGREGATES_ALONE,
                query.deprecation(),
                0,
                new WindowResolver(scope, names).resolve(query.windows()));
    }

    private @Nullable ObjectType type(AggregateQueryDefinition query) {
        ObjectType named = types.get(query.factTable());
        ObjectType type = named == null ? types.get(FactTableReader.typeName(query.factTable())) : named;
        String pointer = Pointer.to(query.at(), "fact_table");
        if (type == null) {
            scope.problems()
                    .addUnknown(
                            pointer,
                            "there is no fact table or type `" + query.factTable() + "`",
                            query.factTable(),
                            types.keySet());
        } else if (type.source().kind() == Source.Kind.EMBEDDED) {
            scope.problems()
                    .add(pointer, "`" + type.name() + "` has no source to read rows from", "give it a `sql_source`");
            return null;
        }
        return type;
    }
}
