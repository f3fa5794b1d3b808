package io.fraiseql.server.plugin;

import io.fraiseql.spi.secret.SecretProvider;
import io.fraiseql.spi.secret.SecretProviderFactory;

/** A scheme of secret references that a plugin offers. */
public final class SecretProviderOffer extends Offer<SecretProvider> {

    SecretProviderOffer(PluginCalls calls, SecretProviderFactory<?> factory) {
        super(calls, factory);
    }

    @Override
    SecretProvider hosted(SecretProvider provider) {
        return (path, key) -> calls().call(() -> provider.read(path, key));
    }
}
