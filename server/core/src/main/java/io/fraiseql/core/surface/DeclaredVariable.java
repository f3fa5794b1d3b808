package io.fraiseql.core.surface;

import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A variable of a valid operation, its type looked up once.
 *
 * @param path where its problems are
 */
record DeclaredVariable(
        String name,
        GraphQLType type,
        @Nullable Value<?> defaultValue,
        @Nullable SourceLocation location,
        InputPath path) {

    static List<DeclaredVariable> of(OperationDefinition operation, GraphQLSchema schema) {
        return operation.getVariableDefinitions().stream()
                .map(definition -> of(definition, schema))
                .toList();
    }

    private static DeclaredVariable of(VariableDefinition definition, GraphQLSchema schema) {
        String name = definition.getName();
        GraphQLType type = VariableTypes.resolve(schema, definition.getType());
        if (type == null) {
            throw new IllegalStateException("the document is not validated");
        }
        return new DeclaredVariable(
                name, type, definition.getDefaultValue(), definition.getSourceLocation(), InputPath.root("$" + name));
    }
}
