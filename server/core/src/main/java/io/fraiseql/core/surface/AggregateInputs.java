package io.fraiseql.core.surface;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.function.Function;

/** Makes the types of {@code groupBy}, {@code having} and {@code orderBy} of aggregates. */
final class AggregateInputs {

    private static final GraphQLTypeReference DIRECTION = GraphQLTypeReference.typeRef(SurfaceNames.ORDER_DIRECTION);

    private final Model model;
    private final InputTypes inputs;

    AggregateInputs(Model model, InputTypes inputs) {
        this.model = model;
        this.inputs = inputs;
    }

    /** One thing to group by: exactly one member. */
    GraphQLTypeReference groupBy(ObjectType type) {
        String name = type.name() + "GroupBy";
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(name)
                    .description("Something to group " + type.name() + " by: exactly one member.");
            for (Field field : type.fields().values()) {
                ObjectType target = AggregateTypes.target(field, model);
                if (AggregateFunction.groupable(field, model)) {
                    String bucket = AggregateTypes.bucket(field, model);
                    builder.field(field(field.name(), bucket == null ? inputs.scalar("Boolean") : reference(bucket)));
                } else if (target != null && hasKeys(target)) {
                    builder.field(field(field.name(), groupBy(target)));
                }
            }
            return builder.build();
        });
    }

    private boolean hasKeys(ObjectType type) {
        return type.fields().values().stream().anyMatch(field -> AggregateFunction.groupable(field, model));
    }

    /** Conditions on aggregates. */
    GraphQLTypeReference having(ObjectType type) {
        String name = SurfaceNames.aggregate(type.name()) + "Having";
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(name)
                    .description("Conditions on the aggregates of a group; its members stand together with AND.")
                    .field(field(SurfaceNames.COUNT, filter("Int")));
            for (AggregateFunction function : AggregateFunction.values()) {
                GraphQLTypeReference members = havingOf(type, function.fields());
                if (members != null) {
                    builder.field(field(function.graphQLName(), members));
                }
            }
            GraphQLTypeReference self = reference(name);
            GraphQLList list = GraphQLList.list(GraphQLNonNull.nonNull(self));
            return builder.field(field(SurfaceNames.AND, list))
                    .field(field(SurfaceNames.OR, list))
                    .field(field(SurfaceNames.NOT, self))
                    .build();
        });
    }

    private @Nullable GraphQLTypeReference havingOf(ObjectType type, AggregateFunction.Fields fields) {
        String name = type.name() + fields.ending() + "Having";
        return members(name, type, fields, scalar -> filter(scalar));
    }

    private GraphQLTypeReference filter(String scalar) {
        return inputs.filter(new TypeRef(TypeRef.Kind.SCALAR, scalar, true, false, false));
    }

    /** One term of an order of groups: exactly one member. */
    GraphQLTypeReference orderBy(ObjectType type) {
        String name = SurfaceNames.aggregate(type.name()) + "OrderBy";
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(name)
                    .description("One term of an order of groups of " + type.name() + ": exactly one member.")
                    .field(field(SurfaceNames.COUNT, DIRECTION));
            if (hasKeys(type)) {
                builder.field(field(SurfaceNames.KEYS, keysOrder(type)));
            }
            for (AggregateFunction function : AggregateFunction.values()) {
                GraphQLTypeReference members = orderOf(type, function.fields());
                if (members != null) {
                    builder.field(field(function.graphQLName(), members));
                }
            }
            return builder.build();
        });
    }

    private @Nullable GraphQLTypeReference orderOf(ObjectType type, AggregateFunction.Fields fields) {
        return switch (fields) {
            case GROUPED -> hasKeys(type) ? keysOrder(type) : null;
            case COMPARED -> members(type.name() + "AggregateExtremesOrderBy", type, fields, scalar -> DIRECTION);
            case SUMMED, AVERAGED, SPREAD ->
                members(type.name() + "AggregateNumbersOrderBy", type, fields, scalar -> DIRECTION);
        };
    }

    private GraphQLTypeReference keysOrder(ObjectType type) {
        String name = SurfaceNames.keys(type.name()) + "OrderBy";
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder =
                    GraphQLInputObjectType.newInputObject().name(name);
            for (Field field : type.fields().values()) {
                ObjectType target = AggregateTypes.target(field, model);
                if (AggregateFunction.groupable(field, model)) {
                    builder.field(field(field.name(), DIRECTION));
                } else if (target != null && hasKeys(target)) {
                    builder.field(field(field.name(), keysOrder(target)));
                }
            }
            return builder.build();
        });
    }

    private @Nullable GraphQLTypeReference members(
            String name, ObjectType type, AggregateFunction.Fields fields, Function<String, GraphQLInputType> member) {
        List<Field> found = type.fields().values().stream()
                .filter(field -> fields.result(field, model) != null)
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder =
                    GraphQLInputObjectType.newInputObject().name(name);
            for (Field field : found) {
                builder.field(field(field.name(), member.apply(String.valueOf(fields.result(field, model)))));
            }
            return builder.build();
        });
    }

    private static GraphQLTypeReference reference(String name) {
        return GraphQLTypeReference.typeRef(name);
    }

    private static GraphQLInputObjectField field(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }
}
