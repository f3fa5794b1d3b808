package io.fraiseql.core.plan;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

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

    /** A whole argument, read when the plan runs; null when it is not given. */
    @Nullable
    BindSource whole(String typeName, Field field, String name) {
        Argument given = given(field, name);
        GraphQLArgument declared = definition(typeName, field.getName()).getArgument(name);
        return given == null || declared == null ? null : reader.whole(given.getValue(), declared.getType());
    }

    /** Whether the document writes an argument, if only as a variable that is left out. */
    static boolean writes(Field field, String name) {
        return given(field, name) != null;
    }

    private static @Nullable Argument given(Field field, String name) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The arguments that are given, defaults included. */
    Map<String, io.fraiseql.core.plan.Argument> all(String typeName, Field field) {
        return some(typeName, field, name -> true);
    }

    /** Those of the arguments that are wanted. */
    Map<String, io.fraiseql.core.plan.Argument> some(String typeName, Field field, Predicate<String> wanted) {
        GraphQLFieldDefinition definition = definition(typeName, field.getName());
        Map<String, io.fraiseql.core.plan.Argument> arguments = new LinkedHashMap<>();
        for (GraphQLArgument declared : definition.getArguments()) {
            if (!wanted.test(declared.getName())) {
                continue;
            }
            Argument given = given(field, declared.getName());
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
