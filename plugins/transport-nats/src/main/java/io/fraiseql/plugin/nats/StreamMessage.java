package io.fraiseql.plugin.nats;

import io.fraiseql.spi.transport.ReceivedEvent;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;

/**
 * A message of the stream that this process has taken.
 *
 * @param exhausted whether it was taken so often that it is to be given up
 */
record StreamMessage(Message message, int partition, boolean exhausted, long arrivedNanos) implements ReceivedEvent {

    @Override
    public String content() {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }

    @Override
    public String rule() {
        String rule = message.getHeaders() == null ? null : message.getHeaders().getFirst(StreamSender.RULE);
        return rule == null ? "" : rule;
    }

    long sequence() {
        return message.metaData().streamSequence();
    }

    /** Whether somebody was given it before. */
    boolean isRepeated() {
        return message.metaData().deliveredCount() > 1;
    }
}
