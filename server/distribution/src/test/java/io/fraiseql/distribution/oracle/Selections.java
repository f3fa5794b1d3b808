package io.fraiseql.distribution.oracle;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that an object answers: fragments opened, directives obeyed, equal response keys together. */
final class Selections {

    private final Document document;
    private final RawValues values;
    private final World world;

    Selections(Document document, RawValues values, World world) {
        this.document = document;
        this.values = values;
        this.world = world;
    }

    /** All fields of one response key, in response order. */
    Map<String, List<Field>> fields(String type, List<SelectionSet> sets) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        sets.forEach(set -> set.getSelections().forEach(selection -> add(selection, type, fields)));
        return fields;
    }

    /** The selections below all fields of one response key. */
    static List<SelectionSet> below(List<Field> fields) {
        return fields.stream().map(Field::getSelectionSet).toList();
    }

    private void add(Selection<?> selection, String type, Map<String, List<Field>> fields) {
        if (left((DirectivesContainer<?>) selection)) {
            return;
        }
        if (selection instanceof Field field) {
            String key = field.getAlias() == null ? field.getName() : field.getAlias();
            fields.computeIfAbsent(key, name -> new ArrayList<>()).add(field);
        } else if (selection instanceof InlineFragment inline) {
            if (inline.getTypeCondition() == null
                    || world.isA(type, inline.getTypeCondition().getName())) {
                inline.getSelectionSet().getSelections().forEach(inner -> add(inner, type, fields));
            }
        } else {
            String name = ((FragmentSpread) selection).getName();
            FragmentDefinition fragment = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(definition -> definition.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (world.isA(type, fragment.getTypeCondition().getName())) {
                fragment.getSelectionSet().getSelections().forEach(inner -> add(inner, type, fields));
            }
        }
    }

    private boolean left(DirectivesContainer<?> selection) {
        return is(selection, "skip", true) || is(selection, "include", false);
    }

    private boolean is(DirectivesContainer<?> selection, String name, boolean value) {
        for (Directive directive : selection.getDirectives(name)) {
            if (values.of(directive.getArgument("if").getValue()).equals(value)) {
                return true;
            }
        }
        return false;
    }
}
