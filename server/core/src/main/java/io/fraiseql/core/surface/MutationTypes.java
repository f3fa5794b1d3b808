package io.fraiseql.core.surface;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the mutation type, its arguments and what mutations of many rows answer with. */
final class MutationTypes {

    private final Model model;
    private final InputTypes filters;
    private final WriteInputs inputs;
    private final List<String> results = new ArrayList<>();

    MutationTypes(Model model, String dialect, InputTypes filters) {
        this.model = model;
        this.filters = filters;
        this.inputs = new WriteInputs(model, dialect);
    }

    /** The mutation type; null when the schema has no mutations. */
    @Nullable
    GraphQLObjectType mutation() {
        if (model.mutations().isEmpty()) {
            return null;
        }
        GraphQLObjectType.Builder builder = GraphQLObjectType.newObject().name(SurfaceNames.MUTATION);
        model.mutations().values().forEach(mutation -> builder.field(field(mutation)));
        return builder.build();
    }

    /** The types that {@link #mutation} refers to besides those of reading. */
    List<GraphQLNamedType> others() {
        List<GraphQLNamedType> types = new ArrayList<>(inputs.build());
        results.forEach(name -> types.add(result(name)));
        return types;
    }

    private GraphQLFieldDefinition field(Mutation mutation) {
        GraphQLFieldDefinition.Builder builder = GraphQLFieldDefinition.newFieldDefinition()
                .name(mutation.name())
                .description(mutation.description())
                .deprecate(mutation.deprecation())
                .type(answer(mutation));
        List<GraphQLArgument> arguments = arguments(mutation);
        refuseTwice(mutation, arguments);
        return builder.arguments(arguments).build();
    }

    /** One row may be null: it is not there, or the write failed, and the other mutations of the request stand. */
    private GraphQLOutputType answer(Mutation mutation) {
        if (!mutation.many()) {
            return GraphQLTypeReference.typeRef(mutation.type());
        }
        if (!results.contains(mutation.type())) {
            results.add(mutation.type());
        }
        return GraphQLTypeReference.typeRef(SurfaceNames.writeResult(mutation.type()));
    }

    private List<GraphQLArgument> arguments(Mutation mutation) {
        ObjectType type = Objects.requireNonNull(model.type(mutation.type()));
        List<GraphQLArgument> arguments = new ArrayList<>();
        switch (mutation.operation()) {
            case INSERT -> {
                GraphQLInputType row = GraphQLNonNull.nonNull(inputs.create(type));
                arguments.add(
                        mutation.many()
                                ? argument(SurfaceNames.INPUTS, GraphQLNonNull.nonNull(GraphQLList.list(row)))
                                : argument(SurfaceNames.INPUT, row));
            }
            case UPDATE -> {
                rows(mutation, type, true, arguments);
                arguments.add(argument(SurfaceNames.SET, GraphQLNonNull.nonNull(inputs.set(type))));
            }
            case DELETE -> rows(mutation, type, false, arguments);
            case UPSERT -> {
                arguments.add(argument(SurfaceNames.INPUT, GraphQLNonNull.nonNull(inputs.create(type))));
                arguments.add(argument(SurfaceNames.ON_CONFLICT, inputs.onConflict(type)));
            }
            case CUSTOM ->
                mutation.arguments()
                        .forEach(argument -> arguments.add(
                                argument(argument.name(), (GraphQLInputType) OutputTypes.wrap(argument.type()))));
        }
        return arguments;
    }

    /** What names the rows: a key, or a filter. */
    private void rows(Mutation mutation, ObjectType type, boolean versioned, List<GraphQLArgument> arguments) {
        if (mutation.many()) {
            arguments.add(argument(SurfaceNames.WHERE, filters.where(type.name())));
            arguments.add(argument(SurfaceNames.ALL, GraphQLTypeReference.typeRef("Boolean")));
            return;
        }
        type.key().forEach(key -> arguments.add(argument(key, GraphQLNonNull.nonNull(WriteInputs.value(type, key)))));
        String version = type.writing().version();
        if (version != null) {
            GraphQLInputType number = WriteInputs.value(type, version);
            arguments.add(argument(version, versioned ? GraphQLNonNull.nonNull(number) : number));
        }
    }

    private static GraphQLArgument argument(String name, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).type(type).build();
    }

    private static void refuseTwice(Mutation mutation, List<GraphQLArgument> arguments) {
        List<String> names = new ArrayList<>();
        for (GraphQLArgument argument : arguments) {
            if (names.contains(argument.getName())) {
                throw SurfaceBuilder.nameTaken(
                        "the key or version field " + argument.getName() + " of " + mutation.type());
            }
            names.add(argument.getName());
        }
    }

    private static GraphQLObjectType result(String type) {
        return GraphQLObjectType.newObject()
                .name(SurfaceNames.writeResult(type))
                .description("The written rows of " + type + ".")
                .field(GraphQLFieldDefinition.newFieldDefinition()
                        .name(SurfaceNames.AFFECTED_ROWS)
                        .description("How many rows were written.")
                        .type(GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef("Int")))
                        .build())
                .field(GraphQLFieldDefinition.newFieldDefinition()
                        .name(SurfaceNames.RETURNING)
                        .description("The rows: new ones in the order of the inputs, others by their key.")
                        .type(GraphQLNonNull.nonNull(
                                GraphQLList.list(GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef(type)))))
                        .build())
                .build();
    }
}
