package io.fraiseql.core.compile;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.core.cursor.Cursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables of the shape that a declared operation is compiled for: every scalar present, booleans true, cursors without nulls, enums at their first value, input
 * objects left out, or empty where they are required.
 */
final class SampleVariables {

    private final GraphQLSchema schema;

    SampleVariables(GraphQLSchema schema) {
        this.schema = schema;
    }

    Map<String, Object> of(OperationDefinition operation) {
        Map<String, Object> variables = new HashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            boolean required = variable.getType() instanceof NonNullType;
            Type<?> type = required ? ((NonNullType) variable.getType()).getType() : variable.getType();
            if (required || !composite(type)) {
                variables.put(variable.getName(), sample(type));
            }
        }
        return variables;
    }

    private boolean composite(Type<?> type) {
        return named(type) instanceof GraphQLInputObjectType;
    }

    private GraphQLType named(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return named(nonNull.getType());
        }
        if (type instanceof ListType list) {
            return named(list.getType());
        }
        GraphQLType found = schema.getType(((TypeName) type).getName());
        if (found == null) {
            throw new IllegalStateException("no type " + type);
        }
        return found;
    }

    private Object sample(Type<?> type) {
        if (type instanceof ListType) {
            return List.of();
        }
        GraphQLType named = named(type);
        if (named instanceof GraphQLInputObjectType) {
            return Map.of();
        }
        if (((TypeName) type).getName().equals(Cursor.SCALAR)) {
            return Cursor.SAMPLE;
        }
        if (named instanceof GraphQLEnumType enumType) {
            return enumType.getValues().get(0).getName();
        }
        return ((TypeName) type).getName().equals("Boolean") ? (Object) true : 0L;
    }
}
