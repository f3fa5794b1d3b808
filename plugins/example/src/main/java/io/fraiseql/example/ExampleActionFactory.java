package io.fraiseql.example;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;
import java.nio.file.Path;

/** Makes the action that rules name as {@code {"type": "journal", "file": "…", "line": "…"}}. */
final class ExampleActionFactory implements ActionFactory<ExampleConfig, ExampleParameters> {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Class<ExampleConfig> configType() {
        return ExampleConfig.class;
    }

    @Override
    public Class<ExampleParameters> parametersType() {
        return ExampleParameters.class;
    }

    @Override
    public Action<ExampleParameters> create(ExampleConfig config, PluginContext context) {
        return new ExampleAction(Path.of(config.folder()));
    }
}
