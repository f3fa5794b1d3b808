package io.fraiseql.core.surface;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rule of GraphQL that nothing at the root of a subscription is skipped or included, also in fragments that are spread there. */
final class SubscriptionRoots {

    private static final Set<String> REFUSED = Set.of("skip", "include");

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Problems problems;

    private SubscriptionRoots(Document document, Problems problems) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
        this.problems = problems;
    }

    static void check(Document document, Problems problems) {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
                new SubscriptionRoots(document, problems).check(operation.getSelectionSet());
            }
        }
    }

    private void check(SelectionSet selections) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                refuse(field);
            } else if (selection instanceof InlineFragment inline) {
                refuse(inline);
                check(inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread) {
                refuse(spread);
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && seen.add(spread.getName())) {
                    check(fragment.getSelectionSet());
                }
            }
        }
    }

    private void refuse(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            if (REFUSED.contains(directive.getName())) {
                problems.add(
                        directive.getSourceLocation(),
                        "The root field of a subscription cannot be skipped or included; leave out @"
                                + directive.getName() + ", and subscribe or not.");
            }
        }
    }
}
