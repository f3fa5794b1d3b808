package io.fraiseql.spi.database;

/**
 * Says to other processes on the same database that there are new events, and hears them say so. Implemented by database plugins; usable
 * from any thread. It only saves waiting: whoever depends on it also looks for himself from time to time.
 */
public interface ChangeSignal extends AutoCloseable {

    /** Says it to all processes that listen. When that fails it is as if it had not been called. */
    void send();

    /** Ends listening. */
    @Override
    void close();
}
