package io.fraiseql.spi.transport;

import io.fraiseql.spi.Factory;

/**
 * Makes the transport that {@code observers.transport} names. Implemented by plugins; {@link #create} refuses what is there and is not as configured,
 * and leaves one that does not answer for later.
 *
 * @param <C> what stands under {@code plugins.<id>.<name>}
 */
public interface TransportFactory<C extends Record> extends Factory<C, EventTransport> {}
