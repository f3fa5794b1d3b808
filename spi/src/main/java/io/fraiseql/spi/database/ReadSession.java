package io.fraiseql.spi.database;

/**
 * One connection lent for one request. Implemented by database plugins; used by one thread, except {@link #cancel}. Each statement
 * is read only and sees one snapshot of its own, unless the session was opened {@link ReadOptions#consistent}.
 */
public interface ReadSession extends AutoCloseable {

    /**
     * Runs a statement. At most one cursor of a session is open at a time.
     *
     * @param values one per {@link SqlStatement#binds()}, null for SQL NULL
     * @throws io.fraiseql.spi.error.FraiseqlException with a {@link DatabaseErrorCode}
     */
    RowCursor query(SqlStatement statement, Object[] values);

    /**
     * Ends the running statement in the database, from any thread; its cursor then throws {@link DatabaseErrorCode#TIMEOUT}. Does
     * nothing when no statement runs.
     */
    void cancel();

    /** Gives the connection back; ends what still runs. */
    @Override
    void close();
}
