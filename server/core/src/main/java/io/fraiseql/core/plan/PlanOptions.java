package io.fraiseql.core.plan;

/**
 * What of the configuration shapes a plan.
 *
 * @param maxPageSize the largest {@code limit}
 * @param codepointOrder order and range-compare text by code point instead of the database's collation
 */
public record PlanOptions(int maxPageSize, boolean codepointOrder) {}
