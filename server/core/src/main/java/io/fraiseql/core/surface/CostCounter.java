package io.fraiseql.core.surface;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.fraiseql.spi.Nullable;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the {@link OperationCost} of a valid operation, each fragment once. Used by one thread. */
final class CostCounter {

    private static final long PAGE = 100;
    private static final long WITHOUT_LIMIT = 3;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final long largestPage;
    private final Map<String, Sum> known = new HashMap<>();

    CostCounter(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, int maxPageSize) {
        this.schema = schema;
        this.fragments = fragments;
        this.largestPage = hundreds(maxPageSize);
    }

    OperationCost count(OperationDefinition operation) {
        Sum sum = new Sum();
        GraphQLType root = OperationChoice.rootType(schema, operation);
        if (root == null) {
            throw new IllegalStateException("the document is not validated");
        }
        addSelections(sum, operation.getSelectionSet(), root);
        return new OperationCost(sum.fixed, sum.variables);
    }

    private void addSelections(Sum sum, SelectionSet selections, GraphQLType parent) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                addField(sum, field, parent);
            } else if (selection instanceof InlineFragment inline) {
                TypeName condition = inline.getTypeCondition();
                addSelections(sum, inline.getSelectionSet(), condition == null ? parent : type(condition.getName()));
            } else {
                sum.add(fragment(((FragmentSpread) selection).getName()), 1);
            }
        }
    }

    private Sum fragment(String name) {
        Sum found = known.get(name);
        if (found == null) {
            FragmentDefinition definition = fragments.get(name);
            if (definition == null) {
                throw new IllegalStateException("the document is not validated");
            }
            found = new Sum();
            addSelections(
                    found,
                    definition.getSelectionSet(),
                    type(definition.getTypeCondition().getName()));
            known.put(name, found);
        }
        return found;
    }

    private void addField(Sum sum, Field field, GraphQLType parent) {
        if (MetaFields.introspection(field)) {
            return;
        }
        sum.fixed = OperationCost.add(sum.fixed, 1);
        GraphQLFieldDefinition definition = MetaFields.definition(schema, parent, field.getName());
        if (definition == null) {
            throw new IllegalStateException("the document is not validated");
        }
        for (Argument argument : field.getArguments()) {
            GraphQLArgument declared = definition.getArgument(argument.getName());
            if (parent == schema.getMutationType() && !argument.getName().equals(SurfaceNames.WHERE)) {
                // Rows to write are bounded by their number, not by what it costs to find them.
                continue;
            }
            addInput(sum, argument.getValue(), declared.getType());
        }
        if (field.getSelectionSet() != null) {
            Sum children = new Sum();
            addSelections(children, field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
            sum.add(children, factor(field, definition, parent));
        }
    }

    /** A connection is a list; what it holds is counted with it, not once more. */
    private long factor(Field field, GraphQLFieldDefinition definition, GraphQLType parent) {
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        boolean connection = definition.getArgument(SurfaceNames.FIRST) != null;
        boolean inside = parent instanceof GraphQLObjectType type
                && type.getFieldDefinition(SurfaceNames.PAGE_INFO) != null
                && type.getFieldDefinition(SurfaceNames.EDGES) != null;
        if (!connection && (!list || inside)) {
            return 1;
        }
        return page(field, connection ? List.of(SurfaceNames.FIRST, SurfaceNames.LAST) : List.of(SurfaceNames.LIMIT));
    }

    private long page(Field field, List<String> bounds) {
        for (Argument argument : field.getArguments()) {
            if (bounds.contains(argument.getName()) && !(argument.getValue() instanceof NullValue)) {
                return argument.getValue() instanceof IntValue limit ? literal(limit.getValue()) : largestPage;
            }
        }
        return WITHOUT_LIMIT;
    }

    private static long literal(BigInteger limit) {
        return hundreds(limit.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue());
    }

    private static long hundreds(long rows) {
        return Math.max(1, (rows + PAGE - 1) / PAGE);
    }

    /** Counts the leaves of input objects; arguments of other types cost nothing. */
    private void addInput(Sum sum, Value<?> value, GraphQLType type) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType object)) {
            return;
        }
        if (value instanceof VariableReference variable) {
            sum.variables.merge(variable.getName(), 1L, OperationCost::add);
        } else if (value instanceof ArrayValue list) {
            list.getValues().forEach(element -> addInput(sum, element, object));
        } else if (value instanceof ObjectValue members) {
            members.getObjectFields().forEach(member -> addMember(sum, member, object));
        }
    }

    private void addMember(Sum sum, ObjectField member, GraphQLInputObjectType object) {
        GraphQLType type = object.getFieldDefinition(member.getName()).getType();
        if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType) {
            addInput(sum, member.getValue(), type);
        } else {
            sum.fixed = OperationCost.add(sum.fixed, 1);
        }
    }

    private GraphQLType type(String name) {
        @Nullable GraphQLType type = schema.getType(name);
        if (type == null) {
            throw new IllegalStateException("the document is not validated");
        }
        return type;
    }

    private static final class Sum {
        private long fixed;
        private final Map<String, Long> variables = new HashMap<>();

        void add(Sum other, long factor) {
            fixed = OperationCost.add(fixed, OperationCost.multiply(other.fixed, factor));
            other.variables.forEach(
                    (name, cost) -> variables.merge(name, OperationCost.multiply(cost, factor), OperationCost::add));
        }
    }
}
