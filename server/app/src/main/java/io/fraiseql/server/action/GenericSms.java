package io.fraiseql.server.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.spi.action.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Posts messages as JSON: {@code id to message from}. */
final class GenericSms implements SmsProvider {

    private final SmsConfig.Generic config;
    private final URI target;
    private final OutgoingHttp http;
    private final Clock clock;

    GenericSms(SmsConfig.Generic config, OutgoingHttp http, Clock clock) {
        this.config = config;
        this.target = TargetUrl.of(Objects.requireNonNull(config.url()));
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String origin() {
        return TargetUrl.origin(target);
    }

    @Override
    public void send(String to, String message, Delivery delivery) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", delivery.id())
                .put("to", to)
                .put("message", message);
        if (config.from() != null) {
            body.put("from", config.from());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("idempotency-key", delivery.id());
        if (config.authorization() != null) {
            headers.put("Authorization", config.authorization().reveal());
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        AnswerRule.require(
                http.send("POST", target, headers, "application/json", bytes, Reply.Content.NONE, delivery), clock);
    }
}
