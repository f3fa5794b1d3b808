package io.fraiseql.plugin.nats;

import io.fraiseql.spi.transport.EventPlace;
import io.fraiseql.spi.transport.ReceivedEvent;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;

/**
 * A message of the stream that this process has taken.
 *
 * @param partition the number of its partition
 * @param place where it is in that
 * @param made when its stream was made
 * @param exhausted whether it was taken so often that it is to be given up
 * @param repeated whether somebody may have been given it before
 */
record StreamMessage(
        Message message,
        int partition,
        EventPlace place,
        String made,
        boolean exhausted,
        boolean repeated,
        long arrivedNanos)
        implements ReceivedEvent {

    @Override
    public String content() {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }

    @Override
    public String rule() {
        String rule = message.getHeaders() == null ? null : message.getHeaders().getFirst(StreamSender.RULE);
        return rule == null ? "" : rule;
    }

    /** The same, of which it is not known that nobody was given it. */
    StreamMessage again() {
        return new StreamMessage(message, partition, place, made, exhausted, true, arrivedNanos);
    }
}
