package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** The action {@code slack}: a message to an incoming webhook of Slack, or of what speaks like it. */
public final class SlackActionFactory implements ActionFactory<SlackConfig, SlackParameters> {

    /** The name that rules write. */
    public static final String NAME = "slack";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<SlackConfig> configType() {
        return SlackConfig.class;
    }

    @Override
    public Class<SlackParameters> parametersType() {
        return SlackParameters.class;
    }

    @Override
    public Action<SlackParameters> create(SlackConfig config, PluginContext context) {
        return new SlackAction(config, OutgoingHttp.guarded(NAME, config.allowedHosts()), context.clock());
    }
}
