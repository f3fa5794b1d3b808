package io.fraiseql.server.action;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Template;

/** What a rule says of a message to Slack. */
public record SlackParameters(
        @Nullable @Help("The incoming webhook; the configured one when left out")
        Secret webhookUrl,

        @Nullable @Help("The channel, where the webhook may choose one")
        Template channel,

        @Help("The text, in Slack's mrkdwn; with blocks what notifications show")
        Template message,

        @Nullable @Help("The layout: a JSON list of blocks") Template blocks) {

    public SlackParameters {
        Constant.require("blocks", blocks, SlackBlocks::of);
        if (blocks != null) {
            Constant.requireJson("blocks", blocks);
        }
    }
}
