package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** The action {@code webhook}: the event over HTTP. */
public final class WebhookActionFactory implements ActionFactory<WebhookConfig, WebhookParameters> {

    /** The name that rules write. */
    public static final String NAME = "webhook";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<WebhookConfig> configType() {
        return WebhookConfig.class;
    }

    @Override
    public Class<WebhookParameters> parametersType() {
        return WebhookParameters.class;
    }

    @Override
    public Action<WebhookParameters> create(WebhookConfig config, PluginContext context) {
        return new WebhookAction(OutgoingHttp.guarded(NAME, config.allowedHosts()), context.clock());
    }
}
