package io.fraiseql.core.surface;

import graphql.Directives;
import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the GraphQL schema of a model for one dialect: what {@code docs/graphql.md} describes, without what the dialect lacks. */
public final class SurfaceBuilder {

    private final Model model;
    private final String dialect;
    private final Set<Capability> capabilities;
    private final Map<String, GraphQLNamedType> types = new LinkedHashMap<>();

    private SurfaceBuilder(Model model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect.name();
        this.capabilities = dialect.capabilities();
    }

    /**
     * Builds the schema. Called at boot and by {@code compile}, on any thread.
     *
     * @throws FraiseqlException with {@link CoreErrorCode#INVALID_SCHEMA} if a type, field or argument has the name of a generated one
     */
    public static GraphQLSchema build(Model model, Dialect dialect) {
        return new SurfaceBuilder(model, dialect).build();
    }

    private GraphQLSchema build() {
        InputTypes inputs = new InputTypes(model, new Composites(model), capabilities);
        RelayTypes relay = new RelayTypes();
        AggregateTypes aggregates = new AggregateTypes(model);
        OutputTypes outputs = new OutputTypes(model, inputs, relay, aggregates, capabilities);
        GraphQLObjectType query = outputs.query();
        add(query);
        MutationTypes writes = new MutationTypes(model, dialect, inputs);
        @Nullable GraphQLObjectType mutation = writes.mutation();
        if (mutation != null) {
            requireCapabilities();
            writes.others().forEach(this::add);
        }
        @Nullable GraphQLObjectType subscription = SubscriptionTypes.subscription(model, inputs);
        model.types().values().forEach(type -> add(outputs.object(type)));
        model.interfaces().values().forEach(type -> add(outputs.interfaceType(type)));
        model.unions().values().forEach(type -> add(OutputTypes.union(type)));
        model.enums().values().forEach(type -> add(enumeration(type)));
        model.scalars().values().forEach(type -> add(ScalarTypes.of(type)));
        relay.build().forEach(this::add);
        aggregates.build().forEach(this::add);
        inputs.build().forEach(this::add);
        add(orderDirection());
        Set<String> operands = new LinkedHashSet<>(inputs.scalars());
        operands.add("Int");
        operands.removeIf(types::containsKey);
        operands.forEach(name -> add(ScalarTypes.builtIn(name)));
        return assemble(query, mutation, subscription, relay.hasNodes());
    }

    private void requireCapabilities() {
        for (Mutation mutation : model.mutations().values()) {
            boolean function = mutation.operation() == Mutation.Operation.CUSTOM;
            if (!capabilities.contains(function ? Capability.FUNCTIONS : Capability.MUTATIONS)) {
                throw new FraiseqlException(
                        CoreErrorCode.INVALID_SCHEMA,
                        "the mutation " + mutation.name()
                                + (function ? " calls a function, which" : ", as all of tables,")
                                + " is not available on " + dialect + "; remove it or this target");
            }
        }
    }

    private GraphQLSchema assemble(
            GraphQLObjectType query,
            @Nullable GraphQLObjectType mutation,
            @Nullable GraphQLObjectType subscription,
            boolean nodes) {
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry();
        model.interfaces().keySet().forEach(name -> registry.typeResolver(name, environment -> null));
        model.unions().keySet().forEach(name -> registry.typeResolver(name, environment -> null));
        if (nodes) {
            registry.typeResolver(SurfaceNames.NODE_TYPE, environment -> null);
        }
        GraphQLSchema.FastBuilder builder = new GraphQLSchema.FastBuilder(registry, query, mutation, subscription);
        types.remove(query.getName());
        // The builder brings these two itself.
        types.remove(Scalars.GraphQLString.getName());
        types.remove(Scalars.GraphQLBoolean.getName());
        builder.addTypes(types.values());
        List<GraphQLDirective> directives = directives(capabilities, mutation != null);
        builder.additionalDirectives(directives);
        // The builder also adds directives that this surface does not have; introspection must not offer them.
        registry.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), (DataFetcher<Object>)
                environment -> directives);
        return builder.build();
    }

    private void add(GraphQLNamedType type) {
        if (types.putIfAbsent(type.getName(), type) != null) {
            throw nameTaken("the type " + type.getName());
        }
    }

    static FraiseqlException nameTaken(String what) {
        return new FraiseqlException(
                CoreErrorCode.INVALID_SCHEMA, what + " has the name of something generated; rename it");
    }

    /** The directives that the schema has. */
    static List<GraphQLDirective> directives(Model model, Dialect dialect) {
        return directives(dialect.capabilities(), !model.mutations().isEmpty());
    }

    private static List<GraphQLDirective> directives(Set<Capability> capabilities, boolean writes) {
        List<GraphQLDirective> all = new ArrayList<>(List.of(
                Directives.SkipDirective,
                Directives.IncludeDirective,
                Directives.DeprecatedDirective,
                Directives.SpecifiedByDirective));
        if (capabilities.contains(Capability.CONSISTENT_READS)) {
            all.add(GraphQLDirective.newDirective()
                    .name(SurfaceNames.CONSISTENT)
                    .description("All root fields of the query read one snapshot of the database.")
                    .validLocation(DirectiveLocation.QUERY)
                    .build());
        }
        if (writes) {
            all.add(GraphQLDirective.newDirective()
                    .name(SurfaceNames.TRANSACTION)
                    .description("All root fields of the mutation are one transaction: done together or not at all.")
                    .validLocation(DirectiveLocation.MUTATION)
                    .build());
        }
        return List.copyOf(all);
    }

    private static GraphQLEnumType enumeration(EnumType type) {
        GraphQLEnumType.Builder builder =
                GraphQLEnumType.newEnum().name(type.name()).description(type.description());
        type.values().forEach((name, value) -> builder.value(name, name, value.description(), value.deprecation()));
        return builder.build();
    }

    private static GraphQLEnumType orderDirection() {
        return GraphQLEnumType.newEnum()
                .name(SurfaceNames.ORDER_DIRECTION)
                .description("Which way to order. Plain ASC puts nulls last, plain DESC first.")
                .value("ASC")
                .value("DESC")
                .value("ASC_NULLS_FIRST")
                .value("ASC_NULLS_LAST")
                .value("DESC_NULLS_FIRST")
                .value("DESC_NULLS_LAST")
                .build();
    }
}
