package io.fraiseql.core.compile;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes, for a query, the document that asks for all scalar fields of its rows. */
final class RootDocument {

    private final Model model;
    private final GraphQLSchema schema;

    RootDocument(Model model, GraphQLSchema schema) {
        this.model = model;
        this.schema = schema;
    }

    /**
     * The document.
     *
     * @param field of the query type, made from the query
     */
    String of(String field, QueryFields.Kind kind, RootField query) {
        GraphQLFieldDefinition definition = schema.getQueryType().getFieldDefinition(field);
        List<String> variables = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (GraphQLArgument argument : definition.getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull) {
                variables.add("$" + argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
                arguments.add(argument.getName() + ": $" + argument.getName());
            }
        }
        String rows = kind == QueryFields.Kind.AGGREGATE ? "count" : selection(query.type());
        return "query" + parentheses(variables) + " { " + field + parentheses(arguments) + " { "
                + (kind == QueryFields.Kind.CONNECTION ? "nodes { " + rows + " }" : rows) + " } }";
    }

    private static String parentheses(List<String> parts) {
        return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
    }

    private String selection(TypeRef type) {
        Map<String, Field> fields =
                switch (type.kind()) {
                    case OBJECT ->
                        Objects.requireNonNull(model.type(type.name())).fields();
                    case INTERFACE ->
                        Objects.requireNonNull(model.interfaces().get(type.name()))
                                .fields();
                    case UNION, SCALAR, ENUM -> Map.of();
                };
        List<String> names = new ArrayList<>(List.of("__typename"));
        fields.values().stream().filter(field -> field.type().leaf()).forEach(field -> names.add(field.name()));
        return String.join(" ", names);
    }
}
