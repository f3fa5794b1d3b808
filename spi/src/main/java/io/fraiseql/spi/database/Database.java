package io.fraiseql.spi.database;

import io.fraiseql.spi.Nullable;
import java.util.List;
import javax.sql.DataSource;

/** An open database. Implemented by plugins; all methods may be called from any thread. */
public interface Database extends Sessions, AutoCloseable {

    /**
     * Sessions on the system tables, which grow from nothing to very many rows and shrink again within seconds: for a database whose plans are of
     * a table's size some time ago. By default the same as all others.
     */
    default Sessions systemSessions() {
        return this;
    }

    /**
     * Asks the database for a sign of life within five seconds.
     *
     * @return product and version, for example {@code PostgreSQL 17.2}
     * @throws io.fraiseql.spi.error.FraiseqlException {@link DatabaseErrorCode#UNAVAILABLE}
     */
    String ping();

    /**
     * Reads tables, views, keys, enums and comments.
     *
     * @param schemas the schemas to read, {@code ""} for the connection's own; empty for that one alone
     * @throws io.fraiseql.spi.error.FraiseqlException {@link DatabaseErrorCode#MISCONFIGURED} when one of them is not there
     */
    DatabaseSchema introspect(List<String> schemas);

    /** Connections in use and idle now. */
    PoolState pool();

    /** Connections with write access, for migrations and system tables; owned by this database. */
    DataSource systemDataSource();

    /**
     * Listens to other processes on the same database.
     *
     * @param changed what to do when one of them, or this one, has sent; called on a thread of the plugin, must not block
     * @return null when this database has nothing to listen to
     */
    default @Nullable ChangeSignal listen(Runnable changed) {
        return null;
    }

    /** Closes every connection. */
    @Override
    void close();

    /**
     * The state of a connection pool.
     *
     * @param active lent connections
     * @param idle free connections
     * @param waiting threads that wait for one
     * @param max the configured limit
     */
    record PoolState(int active, int idle, int waiting, int max) {}
}
