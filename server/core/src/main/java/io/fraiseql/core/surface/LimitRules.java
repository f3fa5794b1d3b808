package io.fraiseql.core.surface;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import java.util.Map;

/**
 * Refuses operations that ask for too much. What can be counted without the schema is checked before validation, for every
 * operation of the document and for unused fragments too, because validating has a price of its own. Thread-safe.
 */
final class LimitRules {

    /** As graphql-java limits introspection. */
    private static final int MAX_INTROSPECTION_DEPTH = 20;

    private static final int MAX_INTROSPECTION_FIELDS = 500;

    private final SurfaceLimits limits;

    LimitRules(SurfaceLimits limits) {
        this.limits = limits;
    }

    void checkShape(Document document, Map<String, FragmentDefinition> fragments) {
        ShapeMeter meter = new ShapeMeter(fragments);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            DocumentShape shape = meter.measure(operation.getSelectionSet());
            check(operation, shape.top(), limits.maxRootFields(), CoreErrorCode.QUERY_TOO_COMPLEX, "root fields");
            check(operation, shape, operation.getSourceLocation());
        }
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            check(null, meter.measure(fragment.getSelectionSet()), fragment.getSourceLocation());
        }
    }

    private void check(
            @Nullable OperationDefinition operation, DocumentShape shape, @Nullable SourceLocation location) {
        check(location, shape.depth(), limits.maxDepth(), CoreErrorCode.QUERY_TOO_DEEP, "levels of fields");
        check(location, shape.aliases(), limits.maxAliases(), CoreErrorCode.QUERY_TOO_COMPLEX, "aliases");
        check(location, shape.fields(), limits.maxComplexity(), CoreErrorCode.QUERY_TOO_COMPLEX, "fields");
        checkIntrospection(location, shape.introspection());
    }

    private static void checkIntrospection(@Nullable SourceLocation location, DocumentShape.Introspection asked) {
        CoreErrorCode deep = CoreErrorCode.QUERY_TOO_DEEP;
        CoreErrorCode complex = CoreErrorCode.QUERY_TOO_COMPLEX;
        check(location, asked.depth(), MAX_INTROSPECTION_DEPTH, deep, "levels of introspection");
        check(location, asked.lists(), 1, deep, "lists of introspected types inside each other");
        check(location, asked.fields(), MAX_INTROSPECTION_FIELDS, complex, "introspection fields");
        check(location, asked.schemas(), 1, complex, "__schema fields");
    }

    void checkCost(OperationDefinition operation, long cost) {
        check(operation, cost, limits.maxComplexity(), CoreErrorCode.QUERY_TOO_COMPLEX, "points of complexity");
    }

    private static void check(OperationDefinition operation, long found, int limit, CoreErrorCode code, String what) {
        check(operation.getSourceLocation(), found, limit, code, what);
    }

    private static void check(
            @Nullable SourceLocation location, long found, int limit, CoreErrorCode code, String what) {
        if (found > limit) {
            String count = found == Long.MAX_VALUE ? "countless" : String.valueOf(found);
            throw Problems.one(location, code, "The query has " + count + " " + what + "; the limit is " + limit + ".");
        }
    }
}
