package io.fraiseql.server.config;

import io.dropwizard.configuration.ConfigurationFactory;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where Dropwizard asks for the configuration. */
public record ConfigFile(ConfigLoader loader) implements ConfigurationFactory<FraiseqlConfiguration> {

    @Override
    public FraiseqlConfiguration build(ConfigurationSourceProvider source, String path) {
        String text;
        try (InputStream in = source.open(path)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "the configuration file " + path + " cannot be read", e);
        }
        return loader.load(path, text);
    }

    @Override
    public FraiseqlConfiguration build() {
        throw new FraiseqlException(
                CoreErrorCode.INVALID_CONFIGURATION, "name a configuration file, for example: server config.yml");
    }
}
