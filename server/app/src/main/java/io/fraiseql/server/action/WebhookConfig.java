package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.util.List;

/** What the operator says of the action {@code webhook}. */
public record WebhookConfig(
        @Default("[]")
        @Help("Hosts that webhooks may call although their addresses are not public, as they stand in the URL")
        List<String> allowedHosts) {

    public WebhookConfig {
        AllowedHosts.require(allowedHosts);
    }
}
