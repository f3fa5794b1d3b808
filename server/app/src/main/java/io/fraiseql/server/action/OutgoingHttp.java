package io.fraiseql.server.action;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.error.FraiseqlException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Calls other servers for actions, within the time of a delivery. Follows no redirects and keeps no cookies. Thread-safe. */
final class OutgoingHttp {

    private static final int THREADS = 8;
    private static final int CONNECTIONS = 64;
    private static final long CONNECT_MILLIS = 10_000;

    private final HttpClient client;

    private final @Nullable GuardedResolver guard;

    private OutgoingHttp(HttpClient client, @Nullable GuardedResolver guard) {
        this.client = client;
        this.guard = guard;
    }

    /**
     * For addresses that rules and data name: only public ones are called.
     *
     * @param name of the action
     * @param allowedHosts hosts that may have any address
     */
    static OutgoingHttp guarded(String name, List<String> allowedHosts) {
        QueuedThreadPool threads = threads(name);
        HttpClient client = new HttpClient();
        GuardedResolver guard =
                new GuardedResolver("observers.actions." + name + ".allowedHosts", allowedHosts, threads);
        client.setSocketAddressResolver(guard);
        return started(client, threads, guard);
    }

    /** For addresses that the operator has configured, wherever they are. */
    static OutgoingHttp trusting(String name) {
        return started(new HttpClient(), threads(name), null);
    }

    private static QueuedThreadPool threads(String name) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName(name);
        threads.setDaemon(true);
        return threads;
    }

    private static OutgoingHttp started(HttpClient client, QueuedThreadPool threads, @Nullable GuardedResolver guard) {
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(null);
        try {
            client.start();
            // Every final status is an answer here, also 401 without a challenge.
            ProtocolHandlers handlers = client.getProtocolHandlers();
            handlers.clear();
            handlers.put(new ContinueProtocolHandler());
            handlers.put(new ProcessingProtocolHandler());
            handlers.put(new EarlyHintsProtocolHandler());
        } catch (Exception e) {
            throw new FraiseqlException(
                    CoreErrorCode.UNAVAILABLE, "the HTTP client of '" + threads.getName() + "' cannot be started", e);
        }
        return new OutgoingHttp(client, guard);
    }

    /**
     * Looks at a target before anything is sent.
     *
     * @throws IllegalArgumentException when it is an address that is never called
     */
    void requireAllowed(URI target) {
        if (guard != null) {
            guard.requireAllowed(target.getHost());
        }
    }

    /**
     * Sends bytes and waits for the answer, whatever its status: for its headers, and for its content where that is wanted.
     *
     * @throws ActionFailedException when there is none
     */
    Reply send(
            String method,
            URI target,
            Map<String, String> headers,
            String contentType,
            byte[] content,
            Reply.Content wanted,
            Delivery delivery) {
        Request request = client.newRequest(target)
                .method(method)
                .timeout(Math.max(1, delivery.remainingNanos()), TimeUnit.NANOSECONDS)
                .body(new BytesRequestContent(contentType, content))
                .headers(fields -> {
                    fields.put("User-Agent", "fraiseql");
                    headers.forEach(fields::put);
                });
        PendingReply reply = new PendingReply(target.getHost(), wanted, client.getScheduler());
        request.send(reply);
        return await(reply, request, target.getHost(), delivery);
    }

    private static Reply await(PendingReply reply, Request request, String host, Delivery delivery) {
        try {
            return reply.await(Math.max(1, delivery.remainingNanos()));
        } catch (TimeoutException e) {
            request.abort(e);
            throw ActionFailedException.temporary(host + " did not answer in time", e);
        } catch (InterruptedException e) {
            request.abort(e);
            throw ActionFailedException.temporary(host + " was not waited for any longer", e);
        } catch (ExecutionException e) {
            throw NoAnswer.failure(host, Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
