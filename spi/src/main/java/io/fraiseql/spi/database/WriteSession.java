package io.fraiseql.spi.database;

/**
 * One connection lent for one transaction. Implemented by database plugins; used by one thread, except {@link #cancel}. The
 * transaction begins with the first statement, sees its own writes, and is rolled back by {@link #close} unless it was committed; a
 * connection that is lost takes it along.
 *
 * <p>{@link #query} also runs statements that write and return rows; {@link #update}, {@link #query} and {@link #commit} throw {@link
 * ConstraintViolation} where the database finds one, and {@link DatabaseErrorCode#CONFLICT} when another transaction stood in the way.
 */
public interface WriteSession extends ReadSession {

    /**
     * Runs a statement that returns no rows.
     *
     * @param values as in {@link #query}
     * @return how many rows it wrote
     */
    int update(SqlStatement statement, Object[] values);

    /**
     * Runs a statement that returns no rows, and of which nobody asks how many it wrote: before the next statement, or with the commit where the
     * database can take both at once. What goes wrong is then thrown there.
     *
     * @param values as in {@link #query}
     */
    default void updateLater(SqlStatement statement, Object[] values) {
        update(statement, values);
    }

    /**
     * Makes the transaction's writes durable. Nothing may follow but {@link #close}. When it throws {@link
     * DatabaseErrorCode#UNAVAILABLE} the writes may or may not have become durable. {@link #cancel} ends what {@link #updateLater} has left to be run
     * here, and with it the transaction, but no commit that has begun.
     */
    void commit();
}
