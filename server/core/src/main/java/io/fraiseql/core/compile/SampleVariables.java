package io.fraiseql.core.compile;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.core.cursor.Cursor;
import io.fraiseql.core.surface.FilterOperator;
import io.fraiseql.core.surface.SurfaceNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables of the shape that a declared operation is compiled for: every scalar present, booleans true, cursors without nulls, enums at their first value, input
 * objects left out, or empty where they are required. A mutation's filter has one condition, because without any it would be refused.
 */
final class SampleVariables {

    private static final String IS_NULL = FilterOperator.IS_NULL.graphQLName();

    private final GraphQLSchema schema;

    SampleVariables(GraphQLSchema schema) {
        this.schema = schema;
    }

    Map<String, Object> of(OperationDefinition operation) {
        boolean writes = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        Map<String, Object> variables = new HashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            boolean required = variable.getType() instanceof NonNullType;
            Type<?> type = required ? ((NonNullType) variable.getType()).getType() : variable.getType();
            if (writes && named(type) instanceof GraphQLInputObjectType filter && isFilter(filter)) {
                variables.put(variable.getName(), condition(filter));
            } else if (required || !composite(type)) {
                variables.put(variable.getName(), sample(type));
            }
        }
        return variables;
    }

    private static boolean isFilter(GraphQLInputObjectType type) {
        return type.getField(SurfaceNames.NOT) != null;
    }

    private static Map<String, Object> condition(GraphQLInputObjectType filter) {
        for (GraphQLInputObjectField field : filter.getFieldDefinitions()) {
            if (field.getType() instanceof GraphQLInputObjectType operators && operators.getField(IS_NULL) != null) {
                return Map.of(field.getName(), Map.of(IS_NULL, true));
            }
        }
        return Map.of();
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
