package io.fraiseql.example;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.secret.SecretProviderFactory;
import java.util.List;

/** The entry of this plugin: it offers one secret provider and one action. */
public final class ExamplePlugin implements FraiseqlPlugin {

    @Override
    public List<SecretProviderFactory<?>> secretProviders() {
        return List.of(new ExampleSecretProviderFactory());
    }

    @Override
    public List<ActionFactory<?, ?>> actions() {
        return List.of(new ExampleActionFactory());
    }
}
