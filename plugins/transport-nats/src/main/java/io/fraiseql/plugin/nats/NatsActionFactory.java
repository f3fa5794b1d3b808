package io.fraiseql.plugin.nats;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** Makes the action that rules name as {@code {"type": "nats", "subject": "…", "body": "…"}}. */
final class NatsActionFactory implements ActionFactory<NatsConfig, NatsParameters> {

    @Override
    public String name() {
        return "nats";
    }

    @Override
    public Class<NatsConfig> configType() {
        return NatsConfig.class;
    }

    @Override
    public Class<NatsParameters> parametersType() {
        return NatsParameters.class;
    }

    @Override
    public Action<NatsParameters> create(NatsConfig config, PluginContext context) {
        return new NatsAction(new NatsLink(config));
    }
}
