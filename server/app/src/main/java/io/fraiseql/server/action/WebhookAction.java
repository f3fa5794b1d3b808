package io.fraiseql.server.action;

import io.fraiseql.core.event.EventJson;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends a delivery and reads from the answer what becomes of it. */
final class WebhookAction implements Action<WebhookParameters> {

    private static final Set<Integer> REDIRECTS = Set.of(307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final String JSON = "application/json";

    private final OutgoingHttp http;
    private final Clock clock;

    WebhookAction(OutgoingHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public void check(WebhookParameters parameters) {
        Constant.require("url", parameters.url(), url -> http.requireAllowed(TargetUrl.of(url)));
    }

    @Override
    public String endpoint(WebhookParameters parameters, Event event) {
        return TargetUrl.origin(target(parameters, event));
    }

    private static URI target(WebhookParameters parameters, Event event) {
        return TargetUrl.rendered(parameters.url().render(event, Escape.URL));
    }

    @Override
    public void run(WebhookParameters parameters, Delivery delivery) {
        Template template = parameters.bodyTemplate();
        Escape escape = parameters.sendsJson() ? Escape.JSON_DOCUMENT : Escape.JSON;
        String body = template == null ? EventJson.write(delivery.event()) : template.render(delivery.event(), escape);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI first = target(parameters, delivery.event());
        URI target = first;
        Reply reply = send(parameters, delivery, target, true, bytes);
        for (int i = 0; i < MOST_REDIRECTS && REDIRECTS.contains(reply.status()); i++) {
            target = redirect(target, reply);
            reply = send(parameters, delivery, target, sameOrigin(first, target), bytes);
        }
        AnswerRule.require(reply, clock);
    }

    private static URI redirect(URI from, Reply reply) {
        String location = reply.header("Location");
        if (location == null) {
            throw ActionFailedException.permanent(from.getHost() + " redirects to nowhere", null);
        }
        try {
            return TargetUrl.rendered(
                    from.resolve(new URI(location)).normalize().toString());
        } catch (URISyntaxException e) {
            throw ActionFailedException.permanent(from.getHost() + " redirects to what is no URL", e);
        }
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equals(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    /** @param own whether the headers of the rule go along: not to another server than the one that they are for */
    private Reply send(WebhookParameters parameters, Delivery delivery, URI target, boolean own, byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.id());
        headers.put("idempotency-key", delivery.id());
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put("webhook-attempt", String.valueOf(delivery.attempt()));
        List<Secret> secrets = secrets(parameters);
        if (!secrets.isEmpty()) {
            headers.put("webhook-signature", WebhookSignature.header(secrets, delivery.id(), seconds, body));
        }
        if (own) {
            parameters.headers().forEach((name, value) -> headers.put(name, header(name, value, delivery.event())));
        }
        return http.send(parameters.method().name(), target, headers, JSON, body, Reply.Content.NONE, delivery);
    }

    private static String header(String name, Template value, Event event) {
        String text = value.render(event, Escape.NONE);
        try {
            return HeaderValue.of(text);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent("the header " + name + ": " + e.getMessage(), e);
        }
    }

    private static List<Secret> secrets(WebhookParameters parameters) {
        List<Secret> secrets = new ArrayList<>();
        if (parameters.signingSecret() != null) {
            secrets.add(parameters.signingSecret());
        }
        if (parameters.previousSigningSecret() != null) {
            secrets.add(parameters.previousSigningSecret());
        }
        return secrets;
    }
}
