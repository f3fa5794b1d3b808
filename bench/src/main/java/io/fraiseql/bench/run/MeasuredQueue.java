package io.fraiseql.bench.run;

import io.fraiseql.bench.queue.BareQueue;
import java.sql.SQLException;

/** A kind of queue that the server offers. */
interface MeasuredQueue extends AutoCloseable {

    /** What {@code jobs.queue} says. */
    String name();

    /** The lines of the server's configuration. */
    String configuration();

    /** The bare program's. */
    BareQueue bare() throws SQLException;

    /** Whether no job of the server is in it. */
    boolean isEmpty() throws SQLException;

    /** Forgets all jobs. */
    void clear() throws SQLException;

    /** The process, or -1 when it is the database's. */
    long processId();

    @Override
    void close();
}
