package io.fraiseql.core.surface;

import graphql.language.Document;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.validation.OperationValidationRule;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.fraiseql.core.error.CoreErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates documents that have passed {@link LimitRules}: our rules on names, then graphql-java's on the rest. Thread-safe. */
final class DocumentValidator {

    private static final Pattern PREFIX = Pattern.compile("(?i)^Validation error ?(\\([^)]*\\))? ?: ");
    private static final Set<OperationValidationRule> REPLACED = NameRules.replaced();

    private final GraphQLSchema schema;
    private final Map<String, GraphQLDirective> directives;
    private final InputCoercion coercion;
    private final boolean introspection;

    DocumentValidator(
            GraphQLSchema schema,
            Map<String, GraphQLDirective> directives,
            InputCoercion coercion,
            boolean introspection) {
        this.schema = schema;
        this.directives = directives;
        this.coercion = coercion;
        this.introspection = introspection;
    }

    void validate(Document document) {
        Problems problems = new Problems(CoreErrorCode.GRAPHQL_VALIDATION_FAILED);
        new NameRules(schema, directives, coercion, introspection, problems).check(document);
        SubscriptionRoots.check(document, problems);
        if (problems.isEmpty()) {
            new Validator()
                    .validateDocument(
                            schema, document, rule -> !REPLACED.contains(rule), Locale.ROOT, QueryComplexityLimits.NONE)
                    .forEach(error -> problems.add(requestError(error)));
        }
        problems.throwIfAny();
    }

    private static RequestError requestError(ValidationError error) {
        String message = PREFIX.matcher(error.getMessage()).replaceFirst("");
        List<RequestError.Location> locations = error.getLocations() == null
                ? List.of()
                : error.getLocations().stream()
                        .flatMap(location -> RequestError.Location.listOf(location).stream())
                        .toList();
        return new RequestError(message, locations, CoreErrorCode.GRAPHQL_VALIDATION_FAILED);
    }
}
