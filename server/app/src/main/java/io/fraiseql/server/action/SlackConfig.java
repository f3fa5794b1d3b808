package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import java.util.List;

/** What the operator says of the action {@code slack}. */
public record SlackConfig(
        @Nullable @Help("The incoming webhook for rules that name none; whoever knows it can post")
        Secret webhookUrl,

        @Default("[]")
        @Help("Hosts that may be called although their addresses are not public, as they stand in the URL")
        List<String> allowedHosts) {

    public SlackConfig {
        AllowedHosts.require(allowedHosts);
    }
}
