package io.fraiseql.core.surface;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.NestedRelation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.WritableFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the input types of written rows, each when it is first referred to. */
final class WriteInputs {

    private final Model model;
    private final String dialect;
    private final NestedInputs nested;
    private final Set<String> demanded = new HashSet<>();
    private final Deque<Supplier<GraphQLNamedType>> pending = new ArrayDeque<>();

    WriteInputs(Model model, String dialect) {
        this.model = model;
        this.dialect = dialect;
        this.nested = new NestedInputs(model, this);
    }

    /** Makes every type demanded so far, and those that they demand. */
    List<GraphQLNamedType> build() {
        List<GraphQLNamedType> built = new ArrayList<>();
        while (!pending.isEmpty()) {
            built.add(pending.remove().get());
        }
        return built;
    }

    GraphQLTypeReference create(ObjectType type) {
        return demand(SurfaceNames.createInput(type.name()), () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(SurfaceNames.createInput(type.name()))
                    .description(
                            "A new row of " + type.name() + "; what is left out gets the database's default or null.");
            Set<String> filled = NestedRelation.filled(model, type, dialect);
            for (Field field : WritableFields.ofInsert(type, dialect)) {
                boolean required = WritableFields.isRequired(field, dialect) && !filled.contains(field.name());
                builder.field(field(field, required));
            }
            addRelations(builder, type, false);
            return builder.build();
        });
    }

    GraphQLTypeReference set(ObjectType type) {
        return demand(SurfaceNames.setInput(type.name()), () -> {
            GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                    .name(SurfaceNames.setInput(type.name()))
                    .description("New values for a row of " + type.name()
                            + ": null writes null, what is left out stays as it is.");
            WritableFields.ofUpdate(type, dialect).forEach(field -> builder.field(field(field, false)));
            addRelations(builder, type, true);
            return builder.build();
        });
    }

    private void addRelations(GraphQLInputObjectType.Builder builder, ObjectType type, boolean change) {
        for (NestedRelation relation : NestedRelation.of(model, type, dialect)) {
            if (nested.isEmpty(relation, change)) {
                continue;
            }
            builder.field(GraphQLInputObjectField.newInputObjectField()
                    .name(relation.field().name())
                    .type(nested.of(relation, change))
                    .build());
        }
    }

    GraphQLTypeReference onConflict(ObjectType type) {
        return demand(SurfaceNames.onConflict(type.name()), () -> GraphQLInputObjectType.newInputObject()
                .name(SurfaceNames.onConflict(type.name()))
                .description(
                        "What tells that a row of " + type.name() + " is there already, and what then changes in it.")
                .field(fields("fields", type, "The fields of the primary key (the default) or of another unique key."))
                .field(fields(
                        "update", type, "The fields to change; by default all that the input has besides the key."))
                .build());
    }

    private GraphQLInputObjectField fields(String name, ObjectType type, String description) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .description(description)
                .type(GraphQLList.list(GraphQLNonNull.nonNull(storedField(type))))
                .build();
    }

    private GraphQLTypeReference storedField(ObjectType type) {
        return demand(SurfaceNames.storedField(type.name()), () -> {
            GraphQLEnumType.Builder builder = GraphQLEnumType.newEnum()
                    .name(SurfaceNames.storedField(type.name()))
                    .description("The fields of " + type.name() + " that can be written.");
            List<Field> fields = WritableFields.ofInsert(type, dialect);
            fields.forEach(field -> builder.value(field.name(), field.name()));
            return builder.build();
        });
    }

    GraphQLTypeReference demand(String name, Supplier<GraphQLNamedType> maker) {
        if (demanded.add(name)) {
            pending.add(maker);
        }
        return GraphQLTypeReference.typeRef(name);
    }

    /** The type of a field's single value. */
    static GraphQLInputType value(ObjectType type, String name) {
        return GraphQLTypeReference.typeRef(
                Objects.requireNonNull(type.field(name)).type().name());
    }

    private static GraphQLInputObjectField field(Field field, boolean required) {
        TypeRef type = field.type();
        GraphQLInputType value = GraphQLTypeReference.typeRef(type.name());
        if (type.list()) {
            value = GraphQLList.list(type.elementNullable() ? value : GraphQLNonNull.nonNull(value));
        }
        return GraphQLInputObjectField.newInputObjectField()
                .name(field.name())
                .description(field.description())
                .type(required ? GraphQLNonNull.nonNull(value) : value)
                .build();
    }
}
