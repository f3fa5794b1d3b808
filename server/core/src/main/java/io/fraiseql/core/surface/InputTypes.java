package io.fraiseql.core.surface;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.sql.Capability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the input types, each when it is first referred to, so that the schema holds none that no argument leads to. */
final class InputTypes {

    private static final Set<String> LOGIC = Set.of(SurfaceNames.AND, SurfaceNames.OR, SurfaceNames.NOT);

    private final Model model;
    private final Composites composites;
    private final Set<Capability> capabilities;
    private final Set<String> demanded = new HashSet<>();
    private final Set<String> leaves = new HashSet<>();
    private final Deque<Supplier<GraphQLInputObjectType>> pending = new ArrayDeque<>();

    InputTypes(Model model, Composites composites, Set<Capability> capabilities) {
        this.model = model;
        this.composites = composites;
        this.capabilities = capabilities;
    }

    /** Makes every type demanded so far, and those that they demand. */
    List<GraphQLInputObjectType> build() {
        List<GraphQLInputObjectType> built = new ArrayList<>();
        while (!pending.isEmpty()) {
            built.add(pending.remove().get());
        }
        return built;
    }

    /** The scalars that operands are of, beside those of fields. */
    Set<String> scalars() {
        return leaves;
    }

    GraphQLTypeReference where(String type) {
        return demand(SurfaceNames.where(type), () -> buildWhere(composites.get(type)));
    }

    boolean hasOrder(String type) {
        return composites.get(type).fields().values().stream()
                .anyMatch(field -> FilterFamily.orderable(model, field.type()));
    }

    GraphQLTypeReference orderBy(String type) {
        return demand(SurfaceNames.orderBy(type), () -> buildOrderBy(composites.get(type)));
    }

    /** A type made when {@link #build} comes to it; once, whoever demands it. */
    GraphQLTypeReference demand(String name, Supplier<GraphQLInputObjectType> maker) {
        if (demanded.add(name)) {
            pending.add(maker);
        }
        return GraphQLTypeReference.typeRef(name);
    }

    private GraphQLInputObjectType buildWhere(Composites.Composite type) {
        String name = SurfaceNames.where(type.name());
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("Conditions on " + type.name() + "; its members stand together with AND.");
        for (Field field : type.fields().values()) {
            if (LOGIC.contains(field.name())) {
                throw SurfaceBuilder.nameTaken("the field " + type.name() + "." + field.name());
            }
            addCondition(builder, type, field);
        }
        GraphQLTypeReference self = GraphQLTypeReference.typeRef(name);
        GraphQLList list = GraphQLList.list(GraphQLNonNull.nonNull(self));
        return builder.field(field(SurfaceNames.AND, list))
                .field(field(SurfaceNames.OR, list))
                .field(field(SurfaceNames.NOT, self))
                .build();
    }

    private void addCondition(GraphQLInputObjectType.Builder builder, Composites.Composite owner, Field field) {
        TypeRef type = field.type();
        if (type.leaf()) {
            builder.field(field(field.name(), filter(type)));
        } else if (field.relation() == null) {
            addEmbedded(builder, field);
        } else if (owner.sourced()) {
            builder.field(field(field.name(), type.list() ? listWhere(type.name()) : where(type.name())));
        }
    }

    private void addEmbedded(GraphQLInputObjectType.Builder builder, Field field) {
        TypeRef type = field.type();
        if (!type.list()) {
            builder.field(field(field.name(), where(type.name())));
        } else if (capabilities.contains(Capability.DOCUMENT_UNNEST)) {
            builder.field(field(field.name(), listWhere(type.name())));
        }
    }

    private GraphQLTypeReference listWhere(String type) {
        String name = SurfaceNames.listWhere(type);
        return demand(name, () -> GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("Conditions on a list of " + type + ".")
                .field(field(SurfaceNames.SOME, where(type)))
                .field(field(SurfaceNames.EVERY, where(type)))
                .field(field(SurfaceNames.NONE, where(type)))
                .build());
    }

    private GraphQLInputObjectType buildOrderBy(Composites.Composite type) {
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(SurfaceNames.orderBy(type.name()))
                .description("One term of an order of " + type.name() + ": exactly one member.");
        GraphQLTypeReference direction = GraphQLTypeReference.typeRef(SurfaceNames.ORDER_DIRECTION);
        for (Field field : type.fields().values()) {
            TypeRef target = field.type();
            if (FilterFamily.orderable(model, target)) {
                builder.field(field(field.name(), direction));
            } else if (field.relation() != null && !target.list() && type.sourced() && hasOrder(target.name())) {
                builder.field(field(field.name(), orderBy(target.name())));
            }
        }
        return builder.build();
    }

    /** The filter of a scalar or enum, or of a list of these. */
    GraphQLTypeReference filter(TypeRef type) {
        String name = SurfaceNames.filter(type);
        return demand(name, () -> buildFilter(name, type));
    }

    private GraphQLInputObjectType buildFilter(String name, TypeRef type) {
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(name)
                .description("Conditions on " + (type.list() ? "lists of " : "values of ") + type.name() + ".");
        for (FilterOperator operator : FilterFamily.of(model, type).operators(capabilities)) {
            builder.field(field(operator.graphQLName(), operand(operator.argument(), type.name())));
        }
        return builder.build();
    }

    private GraphQLInputType operand(FilterOperator.Argument argument, String type) {
        return switch (argument) {
            case VALUE -> GraphQLTypeReference.typeRef(type);
            case LIST -> GraphQLList.list(GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef(type)));
            case TEXT -> scalar("String");
            case INT -> scalar("Int");
            case BOOLEAN -> scalar("Boolean");
        };
    }

    /** A scalar that must be there. */
    GraphQLTypeReference scalar(String name) {
        leaves.add(name);
        return GraphQLTypeReference.typeRef(name);
    }

    private static GraphQLInputObjectField field(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }
}
