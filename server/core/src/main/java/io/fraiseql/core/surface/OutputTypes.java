package io.fraiseql.core.surface;

import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import java.util.Map;
import java.util.Set;

/** Makes object, interface and union types and the query type. */
final class OutputTypes {

    private final Model model;
    private final InputTypes inputs;
    private final RelayTypes relay;
    private final AggregateTypes aggregates;
    private final AggregateInputs aggregateInputs;
    private final boolean hasAggregates;
    private final Set<Capability> capabilities;
    private final boolean embeddedArguments;

    OutputTypes(
            Model model, InputTypes inputs, RelayTypes relay, AggregateTypes aggregates, Set<Capability> capabilities) {
        this.model = model;
        this.inputs = inputs;
        this.relay = relay;
        this.aggregates = aggregates;
        this.aggregateInputs = new AggregateInputs(model, inputs);
        this.hasAggregates = capabilities.contains(Capability.AGGREGATES);
        this.capabilities = capabilities;
        this.embeddedArguments = capabilities.contains(Capability.DOCUMENT_UNNEST);
    }

    GraphQLObjectType query() {
        GraphQLObjectType.Builder builder = GraphQLObjectType.newObject().name(SurfaceNames.QUERY);
        requireAggregates();
        QueryFields.of(model).values().stream()
                .filter(field -> hasAggregates || field.kind() != QueryFields.Kind.AGGREGATE)
                .forEach(field -> builder.field(queryField(field)));
        return builder.build();
    }

    private void requireAggregates() {
        for (RootField query : model.queries().values()) {
            String lacking = query.offers().rows() ? null : lacking(query);
            if (lacking != null) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_SCHEMA,
                        "the aggregate query " + query.name() + " needs " + lacking
                                + ", which this database does not have; remove it or this target");
            }
        }
    }

    private @Nullable String lacking(RootField query) {
        ObjectType type = model.type(query.type().name());
        boolean inside = type != null
                && type.fields().values().stream()
                        .anyMatch(field -> !field.path().isEmpty());
        if (!hasAggregates) {
            return "aggregates";
        }
        if (!query.windows().isEmpty() && !capabilities.contains(Capability.WINDOWS)) {
            return "windows";
        }
        return inside && !capabilities.contains(Capability.JSON_AGGREGATES)
                ? "aggregates over values inside JSON"
                : null;
    }

    private GraphQLFieldDefinition queryField(QueryFields.QueryField field) {
        RootField query = field.query();
        if (query == null) {
            return field.kind() == QueryFields.Kind.NODE
                    ? relay.nodeField(field.name())
                    : relay.nodesField(field.name());
        }
        return switch (field.kind()) {
            case CONNECTION -> rootConnection(field.name(), query);
            case AGGREGATE -> rootAggregate(field.name(), query);
            default -> rootField(query);
        };
    }

    private GraphQLFieldDefinition rootAggregate(String name, RootField query) {
        ObjectType type = model.type(query.type().name());
        if (type == null) {
            throw new IllegalStateException("no object type " + query.type().name());
        }
        GraphQLFieldDefinition.Builder builder = GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .description(query.description())
                .deprecate(query.deprecation())
                .type(query.windows().isEmpty() ? aggregates.list(type) : aggregates.windowed(query, type));
        query.arguments().forEach(argument -> builder.argument(argument(argument)));
        if (query.where()) {
            where(builder, type.name());
        }
        if (aggregates.hasKeys(type)) {
            list(builder, SurfaceNames.GROUP_BY, aggregateInputs.groupBy(type));
        }
        builder.argument(GraphQLArgument.newArgument()
                .name(SurfaceNames.HAVING)
                .type(aggregateInputs.having(type))
                .build());
        list(builder, SurfaceNames.ORDER_BY, aggregateInputs.orderBy(type));
        integer(builder, SurfaceNames.LIMIT);
        integer(builder, SurfaceNames.OFFSET);
        return builder.build();
    }

    private static void list(GraphQLFieldDefinition.Builder builder, String name, GraphQLTypeReference element) {
        builder.argument(GraphQLArgument.newArgument()
                .name(name)
                .type(GraphQLList.list(GraphQLNonNull.nonNull(element)))
                .build());
    }

    private GraphQLFieldDefinition rootConnection(String name, RootField query) {
        GraphQLFieldDefinition.Builder builder = connection(
                        name, query.type(), query.type().nullable())
                .description(query.description())
                .deprecate(query.deprecation());
        query.arguments().forEach(argument -> builder.argument(argument(argument)));
        if (query.where()) {
            where(builder, query.type().name());
        }
        if (query.orderBy()) {
            orderBy(builder, query.type().name());
        }
        return builder.build();
    }

    private GraphQLFieldDefinition.Builder connection(String name, TypeRef list, boolean nullable) {
        GraphQLOutputType type = relay.connection(list.name());
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(nullable ? type : GraphQLNonNull.nonNull(type))
                .arguments(RelayTypes.pageArguments());
    }

    /** What a to-many relation offers beside its list. */
    private void addOffers(GraphQLObjectType.Builder builder, Field field) {
        ObjectType target = model.type(field.type().name());
        if (field.relation() == null || !field.relation().many() || target == null) {
            return;
        }
        if (target.offers().relay()) {
            GraphQLFieldDefinition.Builder nested = connection(
                            QueryFields.connection(field.name()), field.type(), false)
                    .deprecate(field.deprecation());
            where(nested, target.name());
            orderBy(nested, target.name());
            builder.field(nested);
        }
        if (target.offers().aggregate() && hasAggregates) {
            GraphQLFieldDefinition.Builder nested = GraphQLFieldDefinition.newFieldDefinition()
                    .name(QueryFields.aggregate(field.name()))
                    .deprecate(field.deprecation())
                    .type(GraphQLNonNull.nonNull(aggregates.aggregate(target)));
            where(nested, target.name());
            builder.field(nested);
        }
    }

    GraphQLObjectType object(ObjectType type) {
        GraphQLObjectType.Builder builder =
                GraphQLObjectType.newObject().name(type.name()).description(type.description());
        if (type.offers().relay()) {
            builder.withInterface(relay.node()).field(RelayTypes.nodeId());
        }
        for (Field field : type.fields().values()) {
            builder.field(field(field));
            addOffers(builder, field);
        }
        type.interfaces().forEach(name -> builder.withInterface(GraphQLTypeReference.typeRef(name)));
        return builder.build();
    }

    GraphQLInterfaceType interfaceType(InterfaceType type) {
        GraphQLInterfaceType.Builder builder =
                GraphQLInterfaceType.newInterface().name(type.name()).description(type.description());
        type.fields().values().forEach(field -> builder.field(field(field)));
        return builder.build();
    }

    static GraphQLUnionType union(UnionType type) {
        GraphQLUnionType.Builder builder =
                GraphQLUnionType.newUnionType().name(type.name()).description(type.description());
        type.members().forEach(name -> builder.possibleType(GraphQLTypeReference.typeRef(name)));
        return builder.build();
    }

    private GraphQLFieldDefinition field(Field field) {
        GraphQLFieldDefinition.Builder builder = GraphQLFieldDefinition.newFieldDefinition()
                .name(field.name())
                .description(field.description())
                .deprecate(field.deprecation())
                .type((GraphQLOutputType) wrap(field.type()));
        TypeRef type = field.type();
        if (type.list() && !type.leaf() && (field.relation() != null || embeddedArguments)) {
            where(builder, type.name());
            orderBy(builder, type.name());
            integer(builder, SurfaceNames.LIMIT);
            integer(builder, SurfaceNames.OFFSET);
        }
        return builder.build();
    }

    private GraphQLFieldDefinition rootField(RootField root) {
        GraphQLFieldDefinition.Builder builder = GraphQLFieldDefinition.newFieldDefinition()
                .name(root.name())
                .description(root.description())
                .deprecate(root.deprecation())
                .type((GraphQLOutputType) wrap(root.type()));
        refuseGeneratedNames(root);
        root.arguments().forEach(argument -> builder.argument(argument(argument)));
        if (root.where()) {
            where(builder, root.type().name());
        }
        if (root.orderBy()) {
            orderBy(builder, root.type().name());
        }
        if (root.limit()) {
            integer(builder, SurfaceNames.LIMIT);
        }
        if (root.offset()) {
            integer(builder, SurfaceNames.OFFSET);
        }
        return builder.build();
    }

    private static void refuseGeneratedNames(RootField root) {
        Map<String, Boolean> generated = Map.of(
                SurfaceNames.WHERE, root.where(),
                SurfaceNames.ORDER_BY, root.orderBy(),
                SurfaceNames.LIMIT, root.limit(),
                SurfaceNames.OFFSET, root.offset(),
                SurfaceNames.FIRST, root.offers().relay(),
                SurfaceNames.LAST, root.offers().relay(),
                SurfaceNames.AFTER, root.offers().relay(),
                SurfaceNames.BEFORE, root.offers().relay(),
                SurfaceNames.GROUP_BY, root.offers().aggregate(),
                SurfaceNames.HAVING, root.offers().aggregate());
        for (RootField.Argument argument : root.arguments()) {
            if (generated.getOrDefault(argument.name(), false)) {
                throw SurfaceBuilder.nameTaken("the argument " + argument.name() + " of " + root.name());
            }
        }
    }

    private GraphQLArgument argument(RootField.Argument argument) {
        GraphQLArgument.Builder builder =
                GraphQLArgument.newArgument().name(argument.name()).type((GraphQLInputType) wrap(argument.type()));
        if (argument.defaultValue() != null) {
            boolean enumeration = argument.type().kind() == TypeRef.Kind.ENUM;
            Value<?> literal = JsonLiterals.parse(argument.defaultValue(), enumeration);
            builder.defaultValueLiteral(literal);
        }
        return builder.build();
    }

    private void where(GraphQLFieldDefinition.Builder builder, String type) {
        builder.argument(GraphQLArgument.newArgument()
                .name(SurfaceNames.WHERE)
                .type(inputs.where(type))
                .build());
    }

    private void orderBy(GraphQLFieldDefinition.Builder builder, String type) {
        if (inputs.hasOrder(type)) {
            builder.argument(GraphQLArgument.newArgument()
                    .name(SurfaceNames.ORDER_BY)
                    .type(GraphQLList.list(GraphQLNonNull.nonNull(inputs.orderBy(type))))
                    .build());
        }
    }

    private static void integer(GraphQLFieldDefinition.Builder builder, String name) {
        builder.argument(GraphQLArgument.newArgument()
                .name(name)
                .type(GraphQLTypeReference.typeRef("Int"))
                .build());
    }

    static GraphQLType wrap(TypeRef type) {
        GraphQLType wrapped = GraphQLTypeReference.typeRef(type.name());
        if (type.list()) {
            wrapped = GraphQLList.list(type.elementNullable() ? wrapped : GraphQLNonNull.nonNull(wrapped));
        }
        return type.nullable() ? wrapped : GraphQLNonNull.nonNull(wrapped);
    }
}
