package io.fraiseql.spi.network;

import io.fraiseql.spi.Factory;

/**
 * Makes a service with a port of its own. Implemented by plugins. The service is made only when the configuration has a section of the name
 * {@link #name()} at its top.
 */
public interface NetworkServiceFactory<C extends Record> extends Factory<C, NetworkService> {

    /** The host that the service will listen on. The host refuses, by {@code <name>.host}, one that callers it cannot tell apart could reach. */
    String host(C config);
}
