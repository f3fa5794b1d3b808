package io.fraiseql.core.execute;

import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.surface.ParsedOperation;
import java.util.HashSet;
import java.util.Set;

/** Finds the variables that stand for global ids: arguments of {@code node} and {@code nodes}. */
final class NodeVariables {

    private final ParsedOperation operation;
    private final Set<String> names = new HashSet<>();

    private NodeVariables(ParsedOperation operation) {
        this.operation = operation;
    }

    static Set<String> of(ParsedOperation operation) {
        NodeVariables variables = new NodeVariables(operation);
        variables.selections(operation.operation().getSelectionSet());
        return Set.copyOf(variables.names);
    }

    private void selections(SelectionSet set) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                boolean node = field.getName().equals(QueryFields.NODE)
                        || field.getName().equals(QueryFields.NODES);
                if (node) {
                    field.getArguments().forEach(argument -> value(argument.getValue()));
                }
            } else if (selection instanceof InlineFragment inline) {
                selections(inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = operation.fragments().get(spread.getName());
                if (fragment != null) {
                    selections(fragment.getSelectionSet());
                }
            }
        }
    }

    private void value(Value<?> value) {
        if (value instanceof VariableReference variable) {
            names.add(variable.getName());
        } else if (value instanceof ArrayValue list) {
            list.getValues().forEach(this::value);
        }
    }
}
