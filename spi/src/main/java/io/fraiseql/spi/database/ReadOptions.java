package io.fraiseql.spi.database;

/**
 * How a {@link ReadSession} is to be opened: data.
 *
 * @param maxWaitNanos how long to wait for a connection
 * @param consistent all statements of the session see one snapshot; only for dialects with {@link
 *     io.fraiseql.spi.sql.Capability#CONSISTENT_READS}
 * @param fetchSize rows to fetch at a time; 0 reads the whole result at once
 */
public record ReadOptions(long maxWaitNanos, boolean consistent, int fetchSize) {}
