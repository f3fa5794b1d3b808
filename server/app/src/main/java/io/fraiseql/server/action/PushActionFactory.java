package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** The action {@code push}: a message to a device through Firebase Cloud Messaging. */
public final class PushActionFactory implements ActionFactory<PushConfig, PushParameters> {

    /** The name that rules write. */
    public static final String NAME = "push";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PushConfig> configType() {
        return PushConfig.class;
    }

    @Override
    public Class<PushParameters> parametersType() {
        return PushParameters.class;
    }

    @Override
    public Action<PushParameters> create(PushConfig config, PluginContext context) {
        OutgoingHttp http = OutgoingHttp.trusting(NAME);
        return new PushAction(config, new AccessTokens(config, http, context.clock()), http, context.clock());
    }
}
