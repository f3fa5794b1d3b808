package io.fraiseql.spi;

import io.fraiseql.spi.host.PluginContext;

/**
 * Makes one product from its typed configuration. Implemented by plugins.
 *
 * @param <C> the configuration record. The host binds the YAML to its components by name, refuses unknown keys, and reports
 *     every problem of the file together; the compact constructor checks values and throws {@link IllegalArgumentException}
 *     with a message for the operator. Components may be {@code String, boolean, int, long, double, Duration, ByteSize, Secret},
 *     an enum, another record, or a {@code List} or {@code Map<String, …>} of these; a component without {@link Default}
 *     that is not {@link Nullable} is required
 * @param <P> the product
 */
public interface Factory<C extends Record, P> {

    /** A short lower-case name, unique among the factories of one kind, as it is written in the configuration. */
    String name();

    /** The record that {@link #create} expects. */
    Class<C> configType();

    /**
     * Makes the product. Called on the boot thread with the plugin's context class loader; may block (connect, read).
     *
     * @throws io.fraiseql.spi.error.FraiseqlException if the product cannot work; this stops the boot
     */
    P create(C config, PluginContext context);
}
