package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Posts a message. */
final class SlackAction implements Action<SlackParameters> {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final SlackConfig config;
    private final OutgoingHttp http;
    private final Clock clock;

    SlackAction(SlackConfig config, OutgoingHttp http, Clock clock) {
        this.config = config;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public void check(SlackParameters parameters) {
        String url = webhook(parameters).reveal();
        Constant.requireText("webhook_url", url, text -> http.requireAllowed(TargetUrl.of(text)));
    }

    private Secret webhook(SlackParameters parameters) {
        if (parameters.webhookUrl() != null) {
            return parameters.webhookUrl();
        }
        if (config.webhookUrl() != null) {
            return config.webhookUrl();
        }
        throw new IllegalArgumentException(
                "slack needs a webhook_url, here or as observers.actions.slack.webhookUrl in the configuration");
    }

    @Override
    public String endpoint(SlackParameters parameters, Event event) {
        return TargetUrl.origin(target(parameters));
    }

    private URI target(SlackParameters parameters) {
        return TargetUrl.rendered(webhook(parameters).reveal());
    }

    @Override
    public void run(SlackParameters parameters, Delivery delivery) {
        byte[] body = message(parameters, delivery).toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("idempotency-key", delivery.id());
        AnswerRule.require(
                http.send("POST", target(parameters), headers, "application/json", body, Reply.Content.NONE, delivery),
                clock);
    }

    private static ObjectNode message(SlackParameters parameters, Delivery delivery) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("text", parameters.message().render(delivery.event(), Escape.SLACK));
        if (parameters.channel() != null) {
            message.put("channel", parameters.channel().render(delivery.event(), Escape.NONE));
        }
        if (parameters.blocks() != null) {
            message.set("blocks", blocks(parameters.blocks().render(delivery.event(), Escape.SLACK_JSON)));
        }
        return message;
    }

    private static JsonNode blocks(String text) {
        try {
            return SlackBlocks.of(text);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent(String.valueOf(e.getMessage()), e);
        }
    }
}
