package io.fraiseql.core.plan;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CollectFields of the GraphQL specification: directives obeyed, fragments opened, equal response keys merged. */
final class FieldCollector {

    private final Model model;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;

    FieldCollector(Model model, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.model = model;
        this.fragments = fragments;
        this.variables = variables;
    }

    /** The fields that an object of the type answers, in response order. */
    List<SelectedField> collect(String typeName, List<SelectionSet> selections) {
        Map<String, SelectedField> fields = new LinkedHashMap<>();
        selections.forEach(selection -> collect(typeName, selection, fields));
        return List.copyOf(fields.values());
    }

    private void collect(String typeName, SelectionSet selections, Map<String, SelectedField> fields) {
        for (Selection<?> selection : selections.getSelections()) {
            if (!included((DirectivesContainer<?>) selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                String key = field.getAlias() == null ? field.getName() : field.getAlias();
                fields.computeIfAbsent(key, name -> new SelectedField(name, field, new ArrayList<>()));
                if (field.getSelectionSet() != null) {
                    fields.get(key).selections().add(field.getSelectionSet());
                }
            } else if (selection instanceof InlineFragment inline) {
                if (applies(typeName, inline.getTypeCondition())) {
                    collect(typeName, inline.getSelectionSet(), fields);
                }
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && applies(typeName, fragment.getTypeCondition())) {
                    collect(typeName, fragment.getSelectionSet(), fields);
                }
            }
        }
    }

    private boolean applies(String typeName, @Nullable TypeName condition) {
        if (condition == null || condition.getName().equals(typeName)) {
            return true;
        }
        ObjectType type = model.type(typeName);
        if (type != null
                && (type.interfaces().contains(condition.getName())
                        || type.offers().relay() && condition.getName().equals(SurfaceNames.NODE_TYPE))) {
            return true;
        }
        return model.unions().containsKey(condition.getName())
                && model.unions().get(condition.getName()).members().contains(typeName);
    }

    private boolean included(DirectivesContainer<?> selection) {
        return steers(selection, "skip", false) && steers(selection, "include", true);
    }

    private boolean steers(DirectivesContainer<?> selection, String name, boolean wanted) {
        List<Directive> directives = selection.getDirectives(name);
        if (directives.isEmpty()) {
            return true;
        }
        Value<?> condition = condition(directives.get(0));
        boolean value = condition instanceof VariableReference reference
                ? Boolean.TRUE.equals(variables.get(reference.getName()))
                : ((BooleanValue) condition).isValue();
        return value == wanted;
    }

    private static Value<?> condition(Directive directive) {
        Argument argument = directive.getArgument("if");
        if (argument == null) {
            throw new IllegalStateException("@" + directive.getName() + " without 'if'");
        }
        return argument.getValue();
    }
}
