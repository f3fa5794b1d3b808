package io.fraiseql.server.config;

import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.fraiseql.server.FraiseqlApplication;
import io.fraiseql.server.plugin.HostPluginContext;
import io.fraiseql.server.plugin.PluginLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Loads configurations as the server does, from text, with the plugins of a folder. */
final class TestConfig {

    private TestConfig() {}

    static FraiseqlConfiguration load(
            Path plugins, Map<String, String> environment, Map<String, String> properties, String yaml) {
        Host host = new Host(
                environment, properties, plugins, new PluginLoader("0.1.0"), new HostPluginContext(Clock.systemUTC()));
        return new ConfigLoader(
                        host, FraiseqlApplication.SECTIONS, Jackson.newObjectMapper(), Validators.newValidator())
                .load("config.yml", yaml);
    }
}
