package io.fraiseql.core.surface;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.spi.Nullable;

/** Reads the types of variable definitions. */
final class VariableTypes {

    private VariableTypes() {}

    /** The type of the schema; null when it has none of that name. */
    static @Nullable GraphQLType resolve(GraphQLSchema schema, Type<?> type) {
        if (type instanceof NonNullType required) {
            GraphQLType wrapped = resolve(schema, required.getType());
            return wrapped == null ? null : GraphQLNonNull.nonNull(wrapped);
        }
        if (type instanceof ListType list) {
            GraphQLType wrapped = resolve(schema, list.getType());
            return wrapped == null ? null : GraphQLList.list(wrapped);
        }
        return schema.getType(((TypeName) type).getName());
    }

    /** The innermost name. */
    static TypeName name(Type<?> type) {
        Type<?> current = type;
        while (!(current instanceof TypeName)) {
            current = current instanceof NonNullType required ? required.getType() : ((ListType) current).getType();
        }
        return (TypeName) current;
    }
}
