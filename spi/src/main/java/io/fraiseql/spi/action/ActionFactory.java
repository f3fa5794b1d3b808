package io.fraiseql.spi.action;

import io.fraiseql.spi.Factory;

/**
 * Makes an {@link Action} that rules name by {@link #name()}. Implemented by plugins and by the host.
 *
 * @param <C> what the operator configures once, under {@code plugins.<id>.<name>}
 * @param <P> what each rule says, in {@code snake_case}; bound like a configuration, and components may also be {@link Template}s
 */
public interface ActionFactory<C extends Record, P extends Record> extends Factory<C, Action<P>> {

    /** The record of a rule's parameters. Its compact constructor refuses values as that of a configuration does. */
    Class<P> parametersType();

    /**
     * Whether doing it twice does no harm, also after later events of the same row, so that these need not wait until it is noted
     * that it was done. Should take no longer than a few milliseconds. False for whatever somebody else notices.
     */
    default boolean repeatable() {
        return false;
    }
}
