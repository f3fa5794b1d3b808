package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.server.action.AccessTokens.Access;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Sends a message with the HTTP v1 interface of Firebase Cloud Messaging. */
final class PushAction implements Action<PushParameters> {

    private static final int UNAUTHORIZED = 401;

    private final PushConfig config;
    private final AccessTokens tokens;
    private final OutgoingHttp http;
    private final String origin;
    private final Clock clock;

    PushAction(PushConfig config, AccessTokens tokens, OutgoingHttp http, Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.http = http;
        this.origin = TargetUrl.origin(TargetUrl.of(config.url()));
        this.clock = clock;
    }

    @Override
    public void check(PushParameters parameters) {
        if (config.serviceAccount() == null) {
            throw new IllegalArgumentException("push needs observers.actions.push.serviceAccount in the configuration");
        }
        tokens.account();
    }

    @Override
    public String endpoint(PushParameters parameters, Event event) {
        return origin;
    }

    @Override
    public void run(PushParameters parameters, Delivery delivery) {
        byte[] body = message(parameters, delivery.event()).toString().getBytes(StandardCharsets.UTF_8);
        Access access = tokens.access(delivery);
        URI target = TargetUrl.of(origin + "/v1/projects/" + access.project() + "/messages:send");
        Map<String, String> headers = Map.of("Authorization", "Bearer " + access.token());
        Reply reply = http.send("POST", target, headers, "application/json", body, Reply.Content.ERRORS, delivery);
        if (reply.status() == UNAUTHORIZED) {
            tokens.refused(access);
            throw ActionFailedException.temporary(reply.host() + " does not take the access token", (Throwable) null);
        }
        AnswerRule.require(reply, detail(reply), clock);
    }

    private static ObjectNode message(PushParameters parameters, Event event) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode message = root.putObject("message");
        message.put("token", parameters.token().render(event, Escape.NONE));
        if (parameters.title() != null || parameters.body() != null) {
            ObjectNode notification = message.putObject("notification");
            put(notification, "title", parameters.title(), event);
            put(notification, "body", parameters.body(), event);
        }
        if (!parameters.data().isEmpty()) {
            ObjectNode data = message.putObject("data");
            parameters.data().forEach((key, value) -> put(data, key, value, event));
        }
        return root;
    }

    private static void put(ObjectNode object, String key, @Nullable Template value, Event event) {
        if (value != null) {
            object.put(key, value.render(event, Escape.NONE));
        }
    }

    /** The reason in Google's own word, such as UNREGISTERED. */
    private static String detail(Reply reply) {
        JsonNode error = reply.json().path("error");
        String code = error.path("details").path(0).path("errorCode").asText("");
        String word = code.isEmpty() ? error.path("status").asText("") : code;
        return word.matches("[A-Z_]{1,60}") ? " " + word : "";
    }
}
