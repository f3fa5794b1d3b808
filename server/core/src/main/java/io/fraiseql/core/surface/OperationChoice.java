package io.fraiseql.core.surface;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Chooses the operation of a document. */
final class OperationChoice {

    private OperationChoice() {}

    static OperationDefinition choose(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null) {
            if (operations.size() != 1) {
                throw unresolved(
                        operations.isEmpty()
                                ? "The document has no operation."
                                : "The document has " + operations.size() + " operations; name one in operationName.");
            }
            return operations.get(0);
        }
        for (OperationDefinition operation : operations) {
            if (name.equals(operation.getName())) {
                return operation;
            }
        }
        List<String> names = operations.stream()
                .map(OperationDefinition::getName)
                .filter(Objects::nonNull)
                .toList();
        String shown = name.length() <= 80 ? name : name.substring(0, 80) + "…";
        throw unresolved("There is no operation \"" + shown + "\"." + DidYouMean.suggest(name, names));
    }

    /** Refuses a chosen mutation or subscription when the schema has none; says nothing of other mistakes. */
    static void refuseMissing(Document document, @Nullable String name, GraphQLSchema schema) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        for (OperationDefinition operation : operations) {
            boolean chosen = name == null ? operations.size() == 1 : name.equals(operation.getName());
            if (chosen && rootType(schema, operation) == null) {
                String type = operation.getOperation().name().toLowerCase(Locale.ROOT);
                RequestError error = RequestError.at(
                        operation.getSourceLocation(),
                        CoreErrorCode.GRAPHQL_VALIDATION_FAILED,
                        "This schema has no " + type + "s.");
                throw new GraphQLRequestException(List.of(error), type);
            }
        }
    }

    /** The type whose fields an operation selects; null when the schema has no operations of its kind. */
    static @Nullable GraphQLObjectType rootType(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private static GraphQLRequestException unresolved(String message) {
        return Problems.one(null, CoreErrorCode.OPERATION_RESOLUTION_FAILURE, message);
    }
}
