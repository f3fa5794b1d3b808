package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.function.Supplier;

/** A pool that connects with its first use. Usable from any thread. */
public final class LazyPool implements AutoCloseable {

    private final Supplier<ConnectionPool> opening;
    private @Nullable ConnectionPool pool;
    private boolean closed;

    /** @param opening opens the pool; called again after it failed */
    public LazyPool(Supplier<ConnectionPool> opening) {
        this.opening = opening;
    }

    /**
     * The open pool.
     *
     * @throws FraiseqlException {@link DatabaseErrorCode#UNAVAILABLE} after {@link #close}, or what opening throws
     */
    public synchronized ConnectionPool get() {
        if (closed) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the database is closed");
        }
        ConnectionPool open = pool;
        if (open == null) {
            open = opening.get();
            pool = open;
        }
        return open;
    }

    /** The pool if it is open; null otherwise. */
    public synchronized @Nullable ConnectionPool opened() {
        return pool;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }
}
