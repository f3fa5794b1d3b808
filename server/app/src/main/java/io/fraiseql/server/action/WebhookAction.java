package io.fraiseql.server.action;

import io.fraiseql.core.event.EventJson;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;

/** Sends a delivery and reads from the answer what becomes of it. */
final class WebhookAction implements Action<WebhookParameters> {

    private static final Set<Integer> REDIRECTS = Set.of(307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private final HttpClient client;
    private final Clock clock;

    WebhookAction(HttpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void run(WebhookParameters parameters, Delivery delivery) {
        Template template = parameters.bodyTemplate();
        String body =
                template == null ? EventJson.write(delivery.event()) : template.render(delivery.event(), Escape.JSON);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI first = uri(parameters.url().render(delivery.event(), Escape.URL));
        URI target = first;
        Response response = send(parameters, delivery, target, true, bytes);
        for (int i = 0; i < MOST_REDIRECTS && REDIRECTS.contains(response.getStatus()); i++) {
            target = redirect(target, response);
            response = send(parameters, delivery, target, sameOrigin(first, target), bytes);
        }
        AnswerRule.require(response, target.getHost(), clock);
    }

    private static URI redirect(URI from, Response response) {
        String location = response.getHeaders().get(HttpHeader.LOCATION);
        if (location == null) {
            throw ActionFailedException.permanent(from.getHost() + " redirects to nowhere", null);
        }
        try {
            return uri(from.resolve(new URI(location)).toString());
        } catch (URISyntaxException e) {
            throw ActionFailedException.permanent(from.getHost() + " redirects to what is no URL", e);
        }
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equals(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw ActionFailedException.permanent("the URL is none", e);
        }
        throw ActionFailedException.permanent(
                "the URL must begin with http:// or https:// and a host, without a user", null);
    }

    /** @param own whether the headers of the rule go along: not to another server than the one that they are for */
    private Response send(WebhookParameters parameters, Delivery delivery, URI target, boolean own, byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        Request request = client.newRequest(target)
                .method(parameters.method().name())
                .timeout(Math.max(1, delivery.remainingNanos()), TimeUnit.NANOSECONDS)
                .body(new BytesRequestContent("application/json", body))
                .headers(headers -> {
                    headers.put("User-Agent", "fraiseql");
                    headers.put("webhook-id", delivery.id());
                    headers.put("idempotency-key", delivery.id());
                    headers.put("webhook-timestamp", String.valueOf(seconds));
                    headers.put("webhook-attempt", String.valueOf(delivery.attempt()));
                    List<Secret> secrets = secrets(parameters);
                    if (!secrets.isEmpty()) {
                        headers.put(
                                "webhook-signature", WebhookSignature.header(secrets, delivery.id(), seconds, body));
                    }
                    if (own) {
                        parameters
                                .headers()
                                .forEach((name, value) -> headers.put(
                                        name,
                                        CONTROLS.matcher(value.render(delivery.event(), Escape.NONE))
                                                .replaceAll(" ")));
                    }
                });
        return answer(request, target.getHost(), delivery);
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

    private static Response answer(Request request, String host, Delivery delivery) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        request.send(result -> {
            if (result.isFailed()) {
                answer.completeExceptionally(result.getFailure());
            } else {
                answer.complete(result.getResponse());
            }
        });
        try {
            return answer.get(Math.max(1, delivery.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            request.abort(e);
            throw ActionFailedException.temporary(host + " did not answer in time", e);
        } catch (InterruptedException e) {
            request.abort(e);
            throw ActionFailedException.temporary(host + " was not waited for any longer", e);
        } catch (ExecutionException e) {
            throw failed(host, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static ActionFailedException failed(String host, Throwable cause) {
        if (cause instanceof GuardedResolver.RefusedException) {
            return ActionFailedException.permanent(String.valueOf(cause.getMessage()), cause);
        }
        return ActionFailedException.temporary(host + " cannot be reached: " + cause, cause);
    }
}
