package io.fraiseql.core.surface;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;

/**
 * A valid operation. Immutable; may be kept and used for many requests.
 *
 * @param fragments of the whole document, by name
 * @param variables of the operation, in order
 * @param cost what the operation weighs
 */
public record ParsedOperation(
        Document document,
        OperationDefinition operation,
        Map<String, FragmentDefinition> fragments,
        List<DeclaredVariable> variables,
        OperationCost cost) {

    public ParsedOperation {
        fragments = Map.copyOf(fragments);
    }
}
