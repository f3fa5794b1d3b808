package io.fraiseql.spi.secret;

import io.fraiseql.spi.Nullable;

/** Reads secrets from one store. Implemented by plugins; called from any thread, at boot and whenever a secret is used. */
public interface SecretProvider {

    /**
     * Reads one value as it is now.
     *
     * @param path what stands between {@code ://} and {@code #}
     * @param key what stands after {@code #}; null when there is none
     * @throws io.fraiseql.spi.error.FraiseqlException if there is no such secret or the store cannot be read; the message names
     *     the path, never a value
     */
    String read(String path, @Nullable String key);
}
