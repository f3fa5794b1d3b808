package io.fraiseql.core.surface;

/**
 * What an operation may ask for.
 *
 * @param maxDepth nested fields
 * @param maxComplexity the sum described at {@link OperationCost}
 * @param maxAliases aliases, fragments counted at every use
 * @param maxRootFields root fields, fragments expanded
 * @param maxPageSize the largest {@code limit}
 * @param maxTokens tokens of a document
 * @param introspection whether {@code __schema} and {@code __type} are answered
 */
public record SurfaceLimits(
        int maxDepth,
        int maxComplexity,
        int maxAliases,
        int maxRootFields,
        int maxPageSize,
        int maxTokens,
        boolean introspection) {}
