package io.fraiseql.spi.database;

/**
 * How a {@link ReadSession} is to be opened: data.
 *
 * @param maxWaitNanos how long to wait for a connection
 * @param consistent all statements of the session see one snapshot; only for dialects with {@link
 *     io.fraiseql.spi.sql.Capability#CONSISTENT_READS}
 * @param fetchSize rows to fetch at a time; 0 reads the whole result at once
 * @param maxRows the most rows that a statement gives, so that a result read at once stays bounded; 0 for no bound
 * @param bulk many rows are expected: the plugin may read them in a way that takes longer to begin. Rows are the same
 */
public record ReadOptions(long maxWaitNanos, boolean consistent, int fetchSize, int maxRows, boolean bulk) {

    /** Without a bound on rows. */
    public ReadOptions(long maxWaitNanos, boolean consistent, int fetchSize) {
        this(maxWaitNanos, consistent, fetchSize, 0);
    }

    /** For no more rows than usual. */
    public ReadOptions(long maxWaitNanos, boolean consistent, int fetchSize, int maxRows) {
        this(maxWaitNanos, consistent, fetchSize, maxRows, false);
    }
}
