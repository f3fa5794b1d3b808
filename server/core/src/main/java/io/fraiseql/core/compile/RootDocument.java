package io.fraiseql.core.compile;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes, for a query, the operation that asks for all scalar fields of its rows: as a tree, because a text of each would have to be parsed. */
final class RootDocument {

    private final Model model;
    private final GraphQLSchema schema;

    RootDocument(Model model, GraphQLSchema schema) {
        this.model = model;
        this.schema = schema;
    }

    /**
     * The operation, valid by its making.
     *
     * @param field of the query type, made from the query
     */
    OperationDefinition of(String field, QueryFields.Kind kind, RootField query) {
        OperationDefinition.Builder operation =
                OperationDefinition.newOperationDefinition().operation(OperationDefinition.Operation.QUERY);
        List<Argument> arguments = new ArrayList<>();
        for (GraphQLArgument argument :
                schema.getQueryType().getFieldDefinition(field).getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull) {
                String name = argument.getName();
                operation.variableDefinition(new VariableDefinition(name, type(argument.getType())));
                arguments.add(new Argument(name, new VariableReference(name)));
            }
        }
        SelectionSet rows =
                switch (kind) {
                    case AGGREGATE -> set(List.of(new Field("count")));
                    case CONNECTION -> set(List.of(new Field("nodes", selection(query.type()))));
                    default -> selection(query.type());
                };
        return operation
                .selectionSet(set(List.of(new Field(field, arguments, rows))))
                .build();
    }

    private static Type<?> type(GraphQLType type) {
        if (type instanceof GraphQLNonNull nonNull) {
            return new NonNullType(type(nonNull.getWrappedType()));
        }
        if (type instanceof GraphQLList list) {
            return new ListType(type(list.getWrappedType()));
        }
        return new TypeName(((GraphQLNamedType) type).getName());
    }

    private SelectionSet selection(TypeRef type) {
        Map<String, io.fraiseql.core.model.Field> fields =
                switch (type.kind()) {
                    case OBJECT ->
                        Objects.requireNonNull(model.type(type.name())).fields();
                    case INTERFACE ->
                        Objects.requireNonNull(model.interfaces().get(type.name()))
                                .fields();
                    case UNION, SCALAR, ENUM -> Map.of();
                };
        List<Field> selections = new ArrayList<>(List.of(new Field("__typename")));
        fields.values().stream()
                .filter(field -> field.type().leaf())
                .forEach(field -> selections.add(new Field(field.name())));
        return set(selections);
    }

    private static SelectionSet set(List<? extends Selection<?>> selections) {
        return new SelectionSet(List.copyOf(selections));
    }
}
