package io.fraiseql.core.surface;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The introspection fields of an operation, as a document of their own.
 *
 * @param variables the names of those that it uses
 */
record IntrospectionPart(Document document, Set<String> variables, boolean isEmpty) {

    static IntrospectionPart of(ParsedOperation parsed) {
        Splitter splitter = new Splitter(parsed.fragments());
        SelectionSet selections = splitter.introspection(parsed.operation().getSelectionSet());
        splitter.collect(selections);
        OperationDefinition operation = parsed.operation().transform(builder -> builder.directives(List.of())
                .selectionSet(selections)
                .variableDefinitions(parsed.operation().getVariableDefinitions().stream()
                        .filter(variable -> splitter.variables.contains(variable.getName()))
                        .toList()));
        List<Definition> definitions = new ArrayList<>(splitter.used.values());
        definitions.add(0, operation);
        Document document = Document.newDocument().definitions(definitions).build();
        return new IntrospectionPart(
                document, splitter.variables, selections.getSelections().isEmpty());
    }

    private static final class Splitter {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, FragmentDefinition> used = new LinkedHashMap<>();
        private final Set<String> variables = new HashSet<>();

        Splitter(Map<String, FragmentDefinition> fragments) {
            this.fragments = fragments;
        }

        /** Keeps the introspection fields of the root; fragments there become inline. */
        SelectionSet introspection(SelectionSet root) {
            List<Selection<?>> kept = new ArrayList<>();
            for (Selection<?> selection : root.getSelections()) {
                if (selection instanceof Field field) {
                    if (MetaFields.introspection(field)) {
                        kept.add(field);
                    }
                } else {
                    keep(inline(selection), kept);
                }
            }
            return new SelectionSet(kept);
        }

        private void keep(InlineFragment fragment, List<Selection<?>> kept) {
            SelectionSet inner = introspection(fragment.getSelectionSet());
            if (!inner.getSelections().isEmpty()) {
                kept.add(fragment.transform(builder -> builder.selectionSet(inner)));
            }
        }

        private InlineFragment inline(Selection<?> selection) {
            if (selection instanceof InlineFragment inline) {
                return inline;
            }
            FragmentSpread spread = (FragmentSpread) selection;
            FragmentDefinition definition = fragment(spread.getName());
            return InlineFragment.newInlineFragment()
                    .typeCondition(definition.getTypeCondition())
                    .directives(spread.getDirectives())
                    .selectionSet(definition.getSelectionSet())
                    .build();
        }

        /** Finds the fragments and variables below. */
        void collect(Node<?> node) {
            if (node instanceof VariableReference variable) {
                variables.add(variable.getName());
            } else if (node instanceof FragmentSpread spread && !used.containsKey(spread.getName())) {
                FragmentDefinition definition = fragment(spread.getName());
                used.put(spread.getName(), definition);
                collect(definition);
            }
            for (Node<?> child : node.getChildren()) {
                collect(child);
            }
        }

        private FragmentDefinition fragment(String name) {
            FragmentDefinition definition = fragments.get(name);
            if (definition == null) {
                throw new IllegalStateException("the document is not validated");
            }
            return definition;
        }
    }
}
