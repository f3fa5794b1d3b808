package io.fraiseql.core.execute;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.surface.ParsedOperation;
import java.util.Locale;

/** A parsed and validated operation with what each request of it needs. Immutable; compared by identity. */
final class PreparedOperation {

    final ParsedOperation parsed;
    final VariableShape shape;
    /** {@code query, mutation} or {@code subscription}. */
    final String type;
    /** Whether it asks for {@code __schema} or {@code __type}, whose answers depend on the values of variables. */
    final boolean introspects;

    PreparedOperation(ParsedOperation parsed, GraphQLSchema schema) {
        this.parsed = parsed;
        this.shape = new VariableShape(parsed.operation(), schema, NodeVariables.of(parsed));
        this.type = typeOf(parsed.operation());
        this.introspects = asksForSchema(parsed);
    }

    private static String typeOf(OperationDefinition operation) {
        return operation.getOperation() == null
                ? "query"
                : operation.getOperation().name().toLowerCase(Locale.ROOT);
    }

    private static boolean asksForSchema(ParsedOperation parsed) {
        for (Selection<?> selection : parsed.operation().getSelectionSet().getSelections()) {
            boolean dataField = selection instanceof Field field
                    && (!field.getName().startsWith("__") || field.getName().equals("__typename"));
            if (!dataField) {
                return true;
            }
        }
        return false;
    }
}
