package io.fraiseql.example;

import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.secret.SecretProvider;
import io.fraiseql.spi.secret.SecretProviderFactory;
import java.nio.file.Path;

/** Makes the provider for references such as <code>${properties://database.properties#password}</code>. */
final class ExampleSecretProviderFactory implements SecretProviderFactory<ExampleConfig> {

    @Override
    public String name() {
        return "properties";
    }

    @Override
    public Class<ExampleConfig> configType() {
        return ExampleConfig.class;
    }

    @Override
    public SecretProvider create(ExampleConfig config, PluginContext context) {
        return new ExampleSecretProvider(Path.of(config.folder()));
    }
}
