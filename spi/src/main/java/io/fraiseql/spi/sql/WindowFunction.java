package io.fraiseql.spi.sql;

/** The functions of a {@link SqlAggregation.Window}, as SQL calls them. {@code SUM} and {@code AVG} are exact on exact numbers. */
public enum WindowFunction {
    ROW_NUMBER,
    RANK,
    DENSE_RANK,
    LAG,
    LEAD,
    FIRST_VALUE,
    LAST_VALUE,
    SUM,
    AVG,
    COUNT,
    MIN,
    MAX
}
