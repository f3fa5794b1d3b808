package io.fraiseql.core.surface;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Measures selection sets before anything else walks them, each fragment once, so that neither cycles nor fragments that multiply
 * nor endless chains of these reach code that expands them. Used by one thread.
 */
final class ShapeMeter {

    /** Nested selection sets and fragments; no depth limit in use comes near, and it is far from the end of the stack. */
    private static final int MAX_HEIGHT = 200;

    private static final Set<String> LISTS_OF_TYPE = Set.of("fields", "inputFields", "interfaces", "possibleTypes");

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, DocumentShape> known = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    ShapeMeter(Map<String, FragmentDefinition> fragments) {
        this.fragments = fragments;
    }

    DocumentShape measure(@Nullable SelectionSet selections) {
        DocumentShape shape = measure(selections, 0);
        if (shape.height() > MAX_HEIGHT) {
            throw tooHigh(selections);
        }
        return shape;
    }

    private DocumentShape measure(@Nullable SelectionSet selections, int height) {
        if (height > MAX_HEIGHT) {
            throw tooHigh(selections);
        }
        DocumentShape shape = DocumentShape.EMPTY;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                shape = shape.plus(measure(selection, height + 1));
            }
        }
        return shape;
    }

    private DocumentShape measure(Selection<?> selection, int height) {
        if (selection instanceof Field field) {
            return measure(field, height);
        }
        if (selection instanceof InlineFragment inline) {
            return measure(inline.getSelectionSet(), height).nested();
        }
        return measure((FragmentSpread) selection, height);
    }

    private DocumentShape measure(Field field, int height) {
        DocumentShape below = measure(field.getSelectionSet(), height);
        boolean aliased = field.getAlias() != null;
        return MetaFields.introspection(field)
                ? below.belowIntrospection(aliased, field.getName().equals(MetaFields.SCHEMA))
                : below.below(aliased, LISTS_OF_TYPE.contains(field.getName()));
    }

    private DocumentShape measure(FragmentSpread spread, int height) {
        String name = spread.getName();
        DocumentShape shape = known.get(name);
        if (shape != null) {
            return shape;
        }
        FragmentDefinition definition = fragments.get(name);
        if (definition == null) {
            return DocumentShape.EMPTY;
        }
        if (!open.add(name)) {
            throw Problems.one(
                    spread.getSourceLocation(),
                    CoreErrorCode.GRAPHQL_VALIDATION_FAILED,
                    "Fragment \"" + name + "\" includes itself.");
        }
        shape = measure(definition.getSelectionSet(), height).nested();
        open.remove(name);
        known.put(name, shape);
        return shape;
    }

    private static GraphQLRequestException tooHigh(@Nullable SelectionSet selections) {
        return Problems.one(
                selections == null ? null : selections.getSourceLocation(),
                CoreErrorCode.QUERY_TOO_DEEP,
                "Selections and fragments are nested in more than " + MAX_HEIGHT + " levels.");
    }
}
