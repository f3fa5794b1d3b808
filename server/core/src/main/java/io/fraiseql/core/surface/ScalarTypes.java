package io.fraiseql.core.surface;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.fraiseql.core.model.ScalarType;
import java.util.Locale;
import java.util.Map;

/** Makes scalar types: the five of the specification, and ours with the address of what specifies them. */
final class ScalarTypes {

    private static final Map<String, GraphQLScalarType> BUILT_IN = Map.of(
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat,
            "String", Scalars.GraphQLString,
            "Boolean", Scalars.GraphQLBoolean,
            "ID", Scalars.GraphQLID);

    private static final Map<String, String> SPECIFIED_BY = Map.of(
            "UUID", "https://www.rfc-editor.org/rfc/rfc9562",
            "DateTime", "https://www.rfc-editor.org/rfc/rfc3339",
            "JSON", "https://www.rfc-editor.org/rfc/rfc8259",
            "Bytes", "https://www.rfc-editor.org/rfc/rfc4648");

    private ScalarTypes() {}

    static GraphQLScalarType builtIn(String name) {
        GraphQLScalarType type = BUILT_IN.get(name);
        if (type == null) {
            throw new IllegalArgumentException(name + " is no built-in scalar");
        }
        return type;
    }

    static GraphQLScalarType of(ScalarType scalar) {
        GraphQLScalarType builtIn = BUILT_IN.get(scalar.name());
        if (builtIn != null) {
            return builtIn;
        }
        return GraphQLScalarType.newScalar()
                .name(scalar.name())
                .description(scalar.description())
                .specifiedByUrl(SPECIFIED_BY.get(scalar.name()))
                .coercing(new Uncoerced())
                .build();
    }

    /** A scalar of the engine's own. */
    static GraphQLScalarType opaque(String name, String description) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(new Uncoerced())
                .build();
    }

    /** Values of custom scalars never pass through graphql-java: {@link InputCoercion} and the row writer do the work. */
    private static final class Uncoerced implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input;
        }
    }
}
