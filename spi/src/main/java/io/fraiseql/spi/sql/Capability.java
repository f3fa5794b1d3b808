package io.fraiseql.spi.sql;

/** What a dialect may have or lack. What it lacks is refused by name when an operation is compiled, never approximated. */
public enum Capability {
    /** {@code CROSS JOIN LATERAL}; without it the engine numbers children with a window function. */
    LATERAL,
    /** {@code WITH … AS MATERIALIZED}; without it the numbers by which rows are named follow from their order, so that each use has the same. */
    MATERIALIZED_CTE,
    /** Several statements of a session can see one snapshot ({@code @consistent}). */
    CONSISTENT_READS,
    /** The operators {@code regex} and {@code iregex}. */
    REGEX,
    /** The operators {@code matches}, {@code plainQuery}, {@code phraseQuery} and {@code webSearch}. */
    FULL_TEXT,
    /** The operators {@code inSubnet}, {@code containsSubnet} and {@code overlapsSubnet} on network addresses. */
    NETWORKS,
    /** The operators {@code ancestorOf}, {@code descendantOf} and {@code matchesPath} on label trees. */
    LABEL_TREES,
    /**
     * The operators {@code contains}, {@code containedBy}, {@code overlaps}, {@code hasKey} and {@code length…} on JSON and arrays, and
     * {@code eq} and {@code neq} on JSON.
     */
    JSON_OPERATORS,
    /** Arguments on a list embedded in a document (where, orderBy, limit, offset). */
    DOCUMENT_UNNEST,
    /** Aggregates and groups: every {@link SqlAggregation.Aggregate}, {@link SqlAggregation.GroupKey} and {@link SqlAggregation.TimeBucket}. */
    AGGREGATES,
    /** Groups of and aggregates over values inside JSON columns. */
    JSON_AGGREGATES,
    /** Functions over other groups: every {@link SqlAggregation.Window}. */
    WINDOWS,
    /** Table-backed mutations: every {@link SqlWrite}, {@link SqlRelation.BoundRows} and {@link SqlExpr.Stored}. */
    MUTATIONS,
    /**
     * {@code INSERT … RETURNING} and {@code UPDATE … RETURNING}. Without it the engine reads written rows by their keys, of which those that
     * the database made are found by {@link SqlExpr.GeneratedKeys}.
     */
    RETURNING,
    /** {@link SqlWrite.WriteAndRead}: a write and the select of what it wrote are one statement; instead of {@link #RETURNING}. */
    WRITE_AND_READ,
    /** Mutations that call a function or procedure of the database, {@link SqlRelation.FunctionCall}. */
    FUNCTIONS,
    /** Triggers that note in the outbox what anybody writes, {@link Dialect#capture}. */
    CAPTURE,
    /** The database belongs to this process alone, so that its system tables may be made when the server starts. */
    EMBEDDED
}
