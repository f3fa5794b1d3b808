package io.fraiseql.core.plan;

import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.List;

/**
 * The fields of a selection that share one response key, merged.
 *
 * @param key the response key
 * @param first the first occurrence; validation has made the arguments of all equal
 * @param selections the selection sets of all occurrences
 */
record SelectedField(String key, Field first, List<SelectionSet> selections) {

    String name() {
        return first.getName();
    }
}
