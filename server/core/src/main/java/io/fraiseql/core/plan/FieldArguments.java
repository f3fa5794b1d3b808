package io.fraiseql.core.plan;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments of fields, read by the types that the schema gives them. */
final class FieldArguments {

    private final GraphQLSchema schema;
    private final ArgumentReader reader;

    FieldArguments(GraphQLSchema schema, ArgumentReader reader) {
        this.schema = schema;
        this.reader = reader;
    }

    ListArguments list(String typeName, Field field) {
        return field.getArguments().isEmpty() ? ListArguments.of(Map.of()) : ListArguments.of(all(typeName, field));
    }

    /** The arguments that are given, defaults included. */
    Map<String, io.fraiseql.core.plan.Argument> all(String typeName, Field field) {
        GraphQLFieldDefinition definition = definition(typeName, field.getName());
        Map<String, io.fraiseql.core.plan.Argument> arguments = new LinkedHashMap<>();
        for (GraphQLArgument declared : definition.getArguments()) {
            Argument given = field.getArguments().stream()
                    .filter(argument -> argument.getName().equals(declared.getName()))
                    .findFirst()
                    .orElse(null);
            io.fraiseql.core.plan.Argument value =
                    given == null ? null : reader.read(given.getValue(), declared.getType());
            if (value == null && declared.hasSetDefaultValue()) {
                value = reader.defaultValue(declared);
            }
            if (value != null) {
                arguments.put(declared.getName(), value);
            }
        }
        return arguments;
    }

    private GraphQLFieldDefinition definition(String typeName, String field) {
        GraphQLObjectType type = schema.getObjectType(typeName);
        if (type == null) {
            throw new IllegalStateException("no type " + typeName);
        }
        return type.getFieldDefinition(field);
    }
}
