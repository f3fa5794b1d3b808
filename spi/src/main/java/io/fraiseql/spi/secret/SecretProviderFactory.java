package io.fraiseql.spi.secret;

import io.fraiseql.spi.Factory;

/**
 * Makes the {@link SecretProvider} for references {@code ${name://path#key}}, where {@code name} is {@link #name()}.
 * Implemented by plugins.
 */
public interface SecretProviderFactory<C extends Record> extends Factory<C, SecretProvider> {}
