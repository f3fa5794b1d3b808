package io.fraiseql.plugin.nats;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.event.Event;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/** Publishes a message to a stream, which says that it has it and recognises a repeat by the delivery's id. Thread-safe. */
final class NatsAction implements Action<NatsParameters> {

    private static final int SERVER_ERROR = 500;

    private final NatsLink link;

    NatsAction(NatsLink link) {
        this.link = link;
    }

    @Override
    public String endpoint(NatsParameters parameters, Event event) {
        return link.servers();
    }

    @Override
    public String ping() {
        try {
            link.ping();
            return link.servers();
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw ActionFailedException.temporary(link.servers() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ActionFailedException.temporary("interrupted while connecting to " + link.servers(), e);
        }
    }

    @Override
    public void run(NatsParameters parameters, Delivery delivery) {
        String subject = parameters.subject().render(delivery.event(), Escape.NONE);
        if (!NatsParameters.isSubject(subject)) {
            throw ActionFailedException.permanent("'" + subject + "' is no subject to publish to", null);
        }
        String body = parameters.body().render(delivery.event(), Escape.JSON);
        try {
            link.stream()
                    .publish(
                            subject,
                            body.getBytes(StandardCharsets.UTF_8),
                            PublishOptions.builder().messageId(delivery.id()).build());
        } catch (JetStreamApiException e) {
            String error = "NATS refused a message to " + subject + ": " + e.getMessage();
            throw e.getErrorCode() >= SERVER_ERROR
                    ? ActionFailedException.temporary(error, e)
                    : ActionFailedException.permanent(error, e);
        } catch (IOException | IllegalStateException e) {
            throw ActionFailedException.temporary(
                    "no stream of " + link.servers() + " has taken a message to " + subject + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent(
                    "a message to " + subject + " cannot be published: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ActionFailedException.temporary("interrupted while connecting to " + link.servers(), e);
        }
    }
}
