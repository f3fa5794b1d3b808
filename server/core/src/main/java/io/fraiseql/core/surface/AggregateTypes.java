package io.fraiseql.core.surface;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.AggregateWindow;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the types that aggregates answer with, each when a field leads to it. */
final class AggregateTypes {

    private final Model model;
    private final Set<String> demanded = new HashSet<>();
    private final Deque<Supplier<GraphQLObjectType>> pending = new ArrayDeque<>();

    AggregateTypes(Model model) {
        this.model = model;
    }

    /** The aggregates over rows of a type. */
    GraphQLTypeReference aggregate(ObjectType type) {
        return demand(SurfaceNames.aggregate(type.name()), () -> aggregateType(type));
    }

    private GraphQLTypeReference demand(String name, Supplier<GraphQLObjectType> maker) {
        if (demanded.add(name)) {
            pending.add(maker);
        }
        return GraphQLTypeReference.typeRef(name);
    }

    List<GraphQLNamedType> build() {
        List<GraphQLNamedType> types = new ArrayList<>();
        while (!pending.isEmpty()) {
            types.add(pending.remove().get());
        }
        if (!types.isEmpty()) {
            types.add(buckets(SurfaceNames.TIME_BUCKET, Unit.SECOND));
            types.add(buckets(SurfaceNames.DATE_BUCKET, Unit.WEEK));
        }
        return types;
    }

    private static GraphQLEnumType buckets(String name, Unit first) {
        GraphQLEnumType.Builder builder = GraphQLEnumType.newEnum()
                .name(name)
                .description("The period that a value is in, in UTC and with weeks from Monday, or the value itself.")
                .value(SurfaceNames.VALUE);
        for (Unit unit : Unit.values()) {
            if (unit.compareTo(first) >= 0) {
                builder.value(unit.name());
            }
        }
        return builder.build();
    }

    private GraphQLObjectType aggregateType(ObjectType type) {
        return groups(SurfaceNames.aggregate(type.name()), type).build();
    }

    /** The groups of an aggregate query with windows. */
    GraphQLOutputType windowed(RootField query, ObjectType type) {
        String name = SurfaceNames.windowed(query.name());
        GraphQLTypeReference groups = demand(name, () -> groups(name, type)
                .field(field(SurfaceNames.WINDOWS, windows(query, type)))
                .build());
        return list(groups);
    }

    private GraphQLTypeReference windows(RootField query, ObjectType type) {
        String name = SurfaceNames.windows(query.name());
        return demand(name, () -> {
            GraphQLObjectType.Builder builder = GraphQLObjectType.newObject()
                    .name(name)
                    .description("Functions over the groups that are answered, before limit and offset.");
            for (AggregateWindow window : query.windows()) {
                TypeRef result = Objects.requireNonNull(window.result(type, model));
                builder.field(definition(window.name(), (GraphQLOutputType) OutputTypes.wrap(result)));
            }
            return builder.build();
        });
    }

    private GraphQLObjectType.Builder groups(String name, ObjectType type) {
        GraphQLObjectType.Builder builder = GraphQLObjectType.newObject()
                .name(name)
                .description("What a group of " + type.name() + " has in common, and aggregates over it.");
        if (hasKeys(type)) {
            builder.field(field(SurfaceNames.KEYS, keys(type)));
        }
        builder.field(field(SurfaceNames.COUNT, Scalars.GraphQLInt));
        for (AggregateFunction function : AggregateFunction.values()) {
            if (has(type, function.fields())) {
                builder.field(field(function.graphQLName(), results(type, function.fields())));
            }
        }
        return builder;
    }

    /** Whether there is something to group by. */
    boolean hasKeys(ObjectType type) {
        return type.fields().values().stream().anyMatch(field -> AggregateFunction.groupable(field, model));
    }

    private boolean has(ObjectType type, AggregateFunction.Fields fields) {
        return type.fields().values().stream().anyMatch(field -> fields.result(field, model) != null);
    }

    private GraphQLTypeReference results(ObjectType type, AggregateFunction.Fields fields) {
        String name = type.name() + fields.ending();
        return demand(name, () -> {
            GraphQLObjectType.Builder builder = GraphQLObjectType.newObject().name(name);
            for (Field field : type.fields().values()) {
                String scalar = fields.result(field, model);
                if (scalar != null) {
                    GraphQLOutputType result = GraphQLTypeReference.typeRef(scalar);
                    boolean count = fields == AggregateFunction.Fields.GROUPED;
                    builder.field(definition(field.name(), count ? GraphQLNonNull.nonNull(result) : result));
                }
            }
            return builder.build();
        });
    }

    private GraphQLTypeReference keys(ObjectType type) {
        String name = SurfaceNames.keys(type.name());
        return demand(name, () -> {
            GraphQLObjectType.Builder builder = GraphQLObjectType.newObject().name(name);
            type.fields().values().forEach(field -> addKey(builder, field));
            return builder.build();
        });
    }

    private void addKey(GraphQLObjectType.Builder builder, Field field) {
        ObjectType target = target(field, model);
        if (AggregateFunction.groupable(field, model)) {
            GraphQLFieldDefinition.Builder key = GraphQLFieldDefinition.newFieldDefinition()
                    .name(field.name())
                    .type(GraphQLTypeReference.typeRef(field.type().name()));
            String bucket = bucket(field, model);
            if (bucket != null) {
                key.argument(GraphQLArgument.newArgument()
                        .name(SurfaceNames.BUCKET)
                        .type(GraphQLTypeReference.typeRef(bucket)));
            }
            builder.field(key);
        } else if (target != null && hasKeys(target)) {
            builder.field(field(field.name(), keys(target)));
        }
    }

    /** The type at the other end of a to-one relation that can be grouped through; null for other fields. */
    static @Nullable ObjectType target(Field field, Model model) {
        return field.relation() == null || field.relation().many()
                ? null
                : model.type(field.type().name());
    }

    /** The enum of the periods that a field can be grouped by; null when there are none. */
    static @Nullable String bucket(Field field, Model model) {
        ScalarType scalar = model.scalars().get(field.type().name());
        if (scalar == null) {
            return null;
        }
        return switch (scalar.type()) {
            case DATETIME, LOCAL_DATETIME -> SurfaceNames.TIME_BUCKET;
            case DATE -> SurfaceNames.DATE_BUCKET;
            default -> null;
        };
    }

    /** A list of groups. */
    GraphQLOutputType list(ObjectType type) {
        return list(aggregate(type));
    }

    private static GraphQLOutputType list(GraphQLTypeReference groups) {
        return GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(groups)));
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return definition(name, GraphQLNonNull.nonNull(type));
    }

    private static GraphQLFieldDefinition definition(String name, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type).build();
    }
}
