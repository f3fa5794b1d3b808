package io.fraiseql.plugin.nats;

import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.SentEvent;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StreamInfo;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes events. Each says which message of the stream it follows, so that none is stored behind a gap, nor between those of another process. One
 * thread.
 */
final class StreamSender implements EventSender {

    static final String POSITION = "Fraiseql-Position";
    static final String RULE = "Fraiseql-Rule";

    /** Of a message, for its headers and its subject. */
    private static final int HEADERS = 4096;

    private static final int MISSING = 404;

    private final EventStream stream;
    private long last;
    private int largest;

    StreamSender(EventStream stream) {
        this.stream = stream;
    }

    @Override
    public long begin() {
        stream.require();
        return stream.call(link -> {
            String name = stream.config().stream();
            StreamInfo info = link.management().getStreamInfo(name);
            largest = largest(link.connection().getServerInfo().getMaxPayload(), info) - HEADERS;
            last = info.getStreamState().getLastSequence();
            return last == 0 ? 0 : position(link, name);
        });
    }

    /** A stream may take less than its server. */
    private static int largest(long payload, StreamInfo info) {
        long message = info.getConfiguration().getMaximumMessageSize();
        return (int) Math.min(Integer.MAX_VALUE, message > 0 ? Math.min(message, payload) : payload);
    }

    /** Of a message that was taken away nothing is known. */
    private long position(NatsLink link, String name) throws IOException, JetStreamApiException, InterruptedException {
        try {
            MessageInfo message = link.management().getMessage(name, last);
            String position =
                    message.getHeaders() == null ? null : message.getHeaders().getFirst(POSITION);
            return position == null ? 0 : Long.parseLong(position);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != MISSING) {
                throw e;
            }
            return 0;
        }
    }

    @Override
    public int largest() {
        return largest;
    }

    @Override
    public void send(List<SentEvent> events) {
        stream.call(link -> {
            JetStream jetStream = link.stream();
            List<CompletableFuture<PublishAck>> acks = new ArrayList<>(events.size());
            for (SentEvent event : events) {
                acks.add(publish(jetStream, event, last + acks.size()));
            }
            for (CompletableFuture<PublishAck> ack : acks) {
                if (stream.await(ack).isDuplicate()) {
                    throw stream.unavailable(
                            new IOException("the stream has a message already that was about to be sent"));
                }
                last++;
            }
            return last;
        });
    }

    private CompletableFuture<PublishAck> publish(JetStream jetStream, SentEvent event, long follows) {
        Headers headers = new Headers().put(POSITION, Long.toString(event.position()));
        if (!event.rule().isEmpty()) {
            headers.put(RULE, event.rule());
        }
        PublishOptions options = PublishOptions.builder()
                .messageId(event.id())
                .expectedLastSequence(follows)
                .build();
        return jetStream.publishAsync(
                Subjects.of(
                        stream.config().prefix(), event.event(), stream.config().partitions()),
                headers,
                event.content().getBytes(StandardCharsets.UTF_8),
                options);
    }
}
