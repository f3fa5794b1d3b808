package io.fraiseql.spi.network;

import io.fraiseql.spi.host.ServiceHost;

/** A listener with a port of its own. Implemented by plugins. */
public interface NetworkService extends AutoCloseable {

    /**
     * Begins to listen. Called once, on the boot thread with the plugin's context class loader, when everything else is ready.
     *
     * @return where it listens, {@code host:port}
     * @throws io.fraiseql.spi.error.FraiseqlException if it cannot; this stops the boot
     */
    String start(ServiceHost host);

    /**
     * Gives a sign of life; called from any thread after {@link #start}, at each look at the server's health.
     *
     * @return what it is, for example where it listens
     * @throws io.fraiseql.spi.error.FraiseqlException if it cannot serve
     */
    String ping();

    /** Ends every call and stops listening; called before the database is closed. Does nothing when it was not started. */
    @Override
    void close();
}
