package io.fraiseql.core.execute;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.fraiseql.core.cursor.Cursor;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an operation's variables its SQL depends on, as text: which are absent or null, the members of input objects, the lengths of lists
 * of them, booleans, enum values, which values of cursors are null and which types global ids name; nothing of rows to write, whose statements are
 * made from the rows. Two requests of one operation with equal shapes run the same plan. Immutable.
 */
final class VariableShape {

    private final Map<String, GraphQLType> types = new LinkedHashMap<>();
    private final Set<String> nodeIds;

    /**
     * @param nodeIds the variables that hold global ids
     */
    VariableShape(OperationDefinition operation, GraphQLSchema schema, Set<String> nodeIds) {
        this.nodeIds = nodeIds;
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            types.put(variable.getName(), named(variable.getType(), schema));
        }
    }

    /** Only the named type and whether it is a list matter. */
    private static GraphQLType named(Type<?> type, GraphQLSchema schema) {
        if (type instanceof NonNullType nonNull) {
            return named(nonNull.getType(), schema);
        }
        if (type instanceof ListType list) {
            return GraphQLList.list(named(list.getType(), schema));
        }
        GraphQLType found = schema.getType(((TypeName) type).getName());
        if (found == null) {
            throw new IllegalStateException("no type " + type);
        }
        return found;
    }

    /** The shape of coerced variables. */
    String of(Map<String, Object> variables) {
        if (types.isEmpty()) {
            return "";
        }
        StringBuilder shape = new StringBuilder(32);
        types.forEach((name, type) -> {
            if (variables.containsKey(name)) {
                append(variables.get(name), type, shape);
                if (nodeIds.contains(name)) {
                    shape.append(OperationPlanner.nodeShape(variables.get(name)))
                            .append(';');
                }
            } else {
                shape.append('-');
            }
        });
        return shape.toString();
    }

    private static void append(@Nullable Object value, GraphQLType declared, StringBuilder shape) {
        GraphQLType type = declared instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : declared;
        if (value == null) {
            shape.append('n');
        } else if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType row
                && SurfaceNames.isRow(row.getName())) {
            shape.append('w');
        } else if (type instanceof GraphQLInputObjectType object) {
            members((Map<?, ?>) value, object, shape);
        } else if (type instanceof GraphQLList list) {
            items((List<?>) value, list, shape);
        } else if (value instanceof Cursor cursor) {
            shape.append(cursor.shape()).append(';');
        } else if (steers(type)) {
            shape.append(value).append(';');
        } else {
            shape.append('v');
        }
    }

    private static boolean steers(GraphQLType type) {
        return type instanceof GraphQLEnumType
                || (type instanceof GraphQLScalarType scalar && scalar.getName().equals("Boolean"));
    }

    private static void members(Map<?, ?> value, GraphQLInputObjectType type, StringBuilder shape) {
        shape.append('{');
        value.forEach((name, member) -> {
            GraphQLInputType memberType = type.getFieldDefinition((String) name).getType();
            append(member, memberType, shape.append(name).append(':'));
        });
        shape.append('}');
    }

    private static void items(List<?> value, GraphQLList type, StringBuilder shape) {
        GraphQLNamedType element = GraphQLTypeUtil.unwrapAllAs(type);
        if (element instanceof GraphQLInputObjectType) {
            shape.append('[');
            value.forEach(item -> append(item, type.getWrappedType(), shape));
            shape.append(']');
        } else if (element instanceof GraphQLEnumType && SurfaceNames.choosesFields(element.getName())) {
            shape.append(value);
        } else {
            shape.append('v');
        }
    }
}
