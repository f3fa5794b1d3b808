package io.fraiseql.plugin.nats;

import io.fraiseql.spi.transport.EventPlace;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.ReceivedEvent;
import io.nats.client.ConsumeOptions;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Takes events by the durable consumers of the partitions. One thread, but for what arrives. */
final class StreamReceiver implements EventReceiver {

    /** How often each consumer asks anew, so that it is soon back after NATS was gone. */
    private static final long ASKING_MILLIS = 2_000;

    /** Of one partition no more than one comes; the others are asked for in advance. */
    private static final int ASKED = 10;

    private final EventStream stream;
    private final Runnable arrived;
    private final ConcurrentLinkedQueue<StreamMessage> waiting = new ConcurrentLinkedQueue<>();
    private final EndedMarks marks;
    /** Of each partition, with which connection it was seen how far it is. */
    private final int[] seen;
    /** Up to which message each partition is known to be ended, while the server gives some of these again. */
    private final long[] ended;

    private final List<MessageConsumer> consumers = new ArrayList<>();

    private StreamReceiver(EventStream stream, Runnable arrived) {
        this.stream = stream;
        this.arrived = arrived;
        this.marks = new EndedMarks(stream);
        this.seen = new int[stream.config().partitions()];
        this.ended = new long[stream.config().partitions()];
    }

    /** Makes the consumers that are not there, and asks all of them for events. */
    static StreamReceiver open(EventStream stream, Runnable arrived) {
        StreamReceiver receiver = new StreamReceiver(stream, arrived);
        try {
            stream.require();
            receiver.marks.require();
            for (int partition = 0; partition < stream.config().partitions(); partition++) {
                receiver.consume(partition, stream.requireConsumer(partition));
            }
            return receiver;
        } catch (RuntimeException e) {
            receiver.close();
            throw e;
        }
    }

    private void consume(int partition, String name) {
        ConsumeOptions options = ConsumeOptions.builder()
                .batchSize(ASKED)
                .expiresIn(ASKING_MILLIS)
                .build();
        consumers.add(stream.call(link -> link.stream()
                .getConsumerContext(stream.config().stream(), name)
                .consume(options, message -> arrive(message, partition))));
    }

    private void arrive(Message message, int partition) {
        long delivered = message.metaData().deliveredCount();
        waiting.add(new StreamMessage(
                message,
                partition,
                new EventPlace(name(partition), message.metaData().streamSequence()),
                delivered > stream.config().maxDeliver(),
                delivered > 1,
                System.nanoTime()));
        arrived.run();
    }

    private String name(int partition) {
        JetStreamConfig config = stream.config();
        return String.join("/", config.stream(), stream.made(), config.consumer(), Subjects.partition(partition));
    }

    @Override
    public List<ReceivedEvent> take() {
        List<ReceivedEvent> taken = new ArrayList<>();
        for (StreamMessage message = waiting.peek(); message != null; message = waiting.peek()) {
            boolean known = look(message);
            if (message.place().number() <= ended[message.partition()]) {
                message.message().ack();
            } else {
                ended[message.partition()] = 0;
                taken.add(known ? message : message.again());
            }
            waiting.remove();
        }
        return taken;
    }

    /** Asks how far the partition is when the server may not know it; returns whether it does. */
    private boolean look(StreamMessage message) {
        int partition = message.partition();
        int connections = stream.connections();
        boolean known = seen[partition] == connections && !message.repeated();
        if (!known) {
            ended[partition] = marks.of(partition);
            seen[partition] = connections;
        }
        return known;
    }

    @Override
    public Duration visibility() {
        return stream.config().ackWait();
    }

    @Override
    public void extend(List<ReceivedEvent> events) {
        tell(events, Message::inProgress, true);
    }

    /** What is noted need not be heard at once: an event that comes again is known to be done. */
    @Override
    public void end(List<ReceivedEvent> events) {
        marks.note(events.stream().map(event -> (StreamMessage) event).toList());
        tell(events, Message::ack, false);
    }

    @Override
    public void leave(List<ReceivedEvent> events) {
        List<ReceivedEvent> all = new ArrayList<>(events);
        all.addAll(take());
        tell(all, Message::nak, true);
    }

    /** @param heard whether to return only when the server has heard all of it */
    private void tell(List<ReceivedEvent> events, Consumer<Message> what, boolean heard) {
        stream.call(link -> {
            events.forEach(event -> what.accept(((StreamMessage) event).message()));
            try {
                if (heard) {
                    link.connection().flush(stream.config().connection().timeout());
                }
            } catch (TimeoutException e) {
                throw stream.unavailable(e);
            }
            return events;
        });
    }

    @Override
    public void close() {
        consumers.forEach(MessageConsumer::stop);
    }
}
