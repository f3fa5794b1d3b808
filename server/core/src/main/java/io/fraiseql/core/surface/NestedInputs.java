package io.fraiseql.core.surface;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation.Operation;
import io.fraiseql.core.model.NestedRelation;
import io.fraiseql.core.model.ObjectType;

/** Makes the inputs of related rows that are written together with a row. */
final class NestedInputs {

    private final Model model;
    private final WriteInputs inputs;

    NestedInputs(Model model, WriteInputs inputs) {
        this.model = model;
        this.inputs = inputs;
    }

    /**
     * The input of a relation.
     *
     * @param change whether the row is there already, so that its related rows can be changed and taken away too
     */
    GraphQLTypeReference of(NestedRelation nested, boolean change) {
        ObjectType type = nested.target();
        boolean fixed = nested.fixed() && (nested.many() || change);
        String name = SurfaceNames.nested(type.name(), nested.many(), fixed, change);
        return inputs.demand(name, () -> {
            if (nested.many()) {
                return many(name, type, fixed, change);
            }
            return fixed ? owner(name, type) : one(name, type, change);
        });
    }

    /** Whether nothing can be done with the related rows. */
    boolean isEmpty(NestedRelation nested, boolean change) {
        if (!nested.fixed()) {
            return false;
        }
        boolean update = change && can(nested.target(), Operation.UPDATE);
        if (!nested.many()) {
            return change && !update;
        }
        return !update
                && !can(nested.target(), Operation.INSERT)
                && !can(nested.target(), Operation.UPSERT)
                && !(change && can(nested.target(), Operation.DELETE));
    }

    /** The row that another one has in its key. */
    private GraphQLInputObjectType owner(String name, ObjectType type) {
        return GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("The related row of " + type.name() + ", which is another one for another key only.")
                .field(field(SurfaceNames.UPDATE, inputs.set(type)))
                .build();
    }

    private GraphQLInputObjectType one(String name, ObjectType type, boolean change) {
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("One related row of " + type.name() + ": exactly one member.")
                .field(field(SurfaceNames.CONNECT, key(type)));
        if (can(type, Operation.INSERT)) {
            builder.field(field(SurfaceNames.CREATE, inputs.create(type)));
        }
        if (can(type, Operation.UPSERT)) {
            builder.field(field(SurfaceNames.UPSERT, upsert(type)));
        }
        if (change) {
            builder.field(field(SurfaceNames.DISCONNECT, GraphQLTypeReference.typeRef("Boolean")));
            if (can(type, Operation.UPDATE)) {
                builder.field(field(SurfaceNames.UPDATE, inputs.set(type)));
            }
            if (can(type, Operation.DELETE)) {
                builder.field(field(SurfaceNames.DELETE, GraphQLTypeReference.typeRef("Boolean")));
            }
        }
        return builder.build();
    }

    private GraphQLInputObjectType many(String name, ObjectType type, boolean fixed, boolean change) {
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("Related rows of " + type.name() + "; what is not named stays as it is.");
        if (can(type, Operation.INSERT)) {
            builder.field(list(SurfaceNames.CREATE, inputs.create(type)));
        }
        if (can(type, Operation.UPSERT)) {
            builder.field(list(SurfaceNames.UPSERT, upsert(type)));
        }
        if (!fixed && can(type, Operation.UPDATE)) {
            builder.field(list(SurfaceNames.CONNECT, key(type)));
        }
        if (change && can(type, Operation.UPDATE)) {
            if (!fixed) {
                builder.field(list(SurfaceNames.DISCONNECT, key(type)));
            }
            builder.field(list(SurfaceNames.UPDATE, update(type)));
        }
        if (change && can(type, Operation.DELETE)) {
            builder.field(list(SurfaceNames.DELETE, key(type)));
        }
        return builder.build();
    }

    private boolean can(ObjectType type, Operation operation) {
        return model.mutation(type.name(), operation) != null;
    }

    private GraphQLTypeReference key(ObjectType type) {
        String name = SurfaceNames.key(type.name());
        return inputs.demand(name, () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(name)
                    .description("The key of a row of " + type.name() + ".");
            type.key().forEach(key -> builder.field(field(key, GraphQLNonNull.nonNull(WriteInputs.value(type, key)))));
            return builder.build();
        });
    }

    private GraphQLTypeReference upsert(ObjectType type) {
        String name = SurfaceNames.nestedUpsert(type.name());
        return inputs.demand(name, () -> GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("A row of " + type.name() + " to insert or, if it is there, to change.")
                .field(field(SurfaceNames.INPUT, GraphQLNonNull.nonNull(inputs.create(type))))
                .field(field(SurfaceNames.ON_CONFLICT, inputs.onConflict(type)))
                .build());
    }

    private GraphQLTypeReference update(ObjectType type) {
        String name = SurfaceNames.nestedUpdate(type.name());
        return inputs.demand(name, () -> GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("A related row of " + type.name() + " and what changes in it.")
                .field(field("key", GraphQLNonNull.nonNull(key(type))))
                .field(field(SurfaceNames.SET, GraphQLNonNull.nonNull(inputs.set(type))))
                .build());
    }

    private static GraphQLInputObjectField list(String name, GraphQLInputType type) {
        return field(name, GraphQLList.list(GraphQLNonNull.nonNull(type)));
    }

    private static GraphQLInputObjectField field(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }
}
