package io.fraiseql.spi.state;

import io.fraiseql.spi.Factory;

/**
 * Makes the store that {@code state.store} names. Implemented by plugins; {@link #create} refuses a server that is not as it must be, and leaves one that
 * does not answer for later.
 *
 * @param <C> what stands under {@code plugins.<id>.<name>}
 */
public interface StateStoreFactory<C extends Record> extends Factory<C, StateStore> {}
