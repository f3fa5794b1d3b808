package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.transport.EventPlace;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.ReceivedEvent;
import io.nats.client.ConsumeOptions;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events by the durable consumers of the partitions. One thread, but for what arrives. */
final class StreamReceiver implements EventReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReceiver.class);

    /** How often it is looked whether the consumers are still there: the server tells nobody who has nothing under way. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How often each consumer asks anew, so that it is soon back after NATS was gone. */
    private static final long ASKING_MILLIS = 2_000;

    /** Of one partition no more than one comes; the others are asked for in advance. */
    private static final int ASKED = 10;

    private static final int UNSEEN = -1;

    private final EventStream stream;
    private final Runnable arrived;
    private final ConcurrentLinkedQueue<StreamMessage> waiting = new ConcurrentLinkedQueue<>();
    private final EndedMarks marks;
    /** Of each partition, with which connection it was seen how far it is. */
    private final int[] seen;
    /** Up to which message each partition is known to be ended, while the server gives some of these again. */
    private final long[] ended;

    private final MessageConsumer[] consumers;
    private long looked = System.nanoTime();

    private StreamReceiver(EventStream stream, Runnable arrived) {
        this.stream = stream;
        this.arrived = arrived;
        this.marks = new EndedMarks(stream);
        this.seen = new int[stream.config().partitions()];
        this.ended = new long[stream.config().partitions()];
        this.consumers = new MessageConsumer[stream.config().partitions()];
    }

    /** Makes the consumers that are not there, and asks all of them for events. */
    static StreamReceiver open(EventStream stream, Runnable arrived) {
        StreamReceiver receiver = new StreamReceiver(stream, arrived);
        try {
            receiver.require(Set.of());
            return receiver;
        } catch (RuntimeException e) {
            receiver.close();
            throw e;
        }
    }

    private void require(Set<String> there) {
        stream.require();
        marks.require();
        for (int partition = 0; partition < consumers.length; partition++) {
            if (!there.contains(stream.consumer(partition))) {
                consume(partition, stream.requireConsumer(partition));
            }
        }
    }

    /** A consumer that is made anew gives everything again: how far its partition is must be asked first. */
    private void consume(int partition, String name) {
        stop(consumers[partition]);
        seen[partition] = UNSEEN;
        String made = stream.made();
        ConsumeOptions options = ConsumeOptions.builder()
                .batchSize(ASKED)
                .expiresIn(ASKING_MILLIS)
                .build();
        consumers[partition] = stream.call(link -> link.stream()
                .getConsumerContext(stream.config().stream(), name)
                .consume(options, message -> arrive(message, partition, made)));
    }

    private void lookForConsumers() {
        if (System.nanoTime() - looked < LOOK_NANOS) {
            return;
        }
        Set<String> there = stream.consumers();
        if (!there.containsAll(stream.consumersOfPartitions())) {
            LOG.warn(
                    "consumers of the stream '{}' are gone, and are made anew; what is done is not done again",
                    stream.config().stream());
            require(there);
        }
        looked = System.nanoTime();
    }

    private void arrive(Message message, int partition, String made) {
        long delivered = message.metaData().deliveredCount();
        waiting.add(new StreamMessage(
                message,
                partition,
                new EventPlace(name(partition, made), message.metaData().streamSequence()),
                made,
                delivered > stream.config().maxDeliver(),
                delivered > 1,
                System.nanoTime()));
        arrived.run();
    }

    private String name(int partition, String made) {
        JetStreamConfig config = stream.config();
        return String.join("/", config.stream(), made, config.consumer(), Subjects.partition(partition));
    }

    @Override
    public List<ReceivedEvent> take() {
        lookForConsumers();
        List<ReceivedEvent> taken = new ArrayList<>();
        for (StreamMessage message = waiting.peek(); message != null; message = waiting.peek()) {
            boolean known = look(message);
            if (isOfThisStream(message) && message.place().number() <= ended[message.partition()]) {
                message.message().ack();
            } else {
                ended[message.partition()] = 0;
                taken.add(known ? message : message.again());
            }
            waiting.remove();
        }
        return taken;
    }

    private boolean isOfThisStream(StreamMessage message) {
        return message.made().equals(stream.made());
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
        Arrays.stream(consumers).forEach(StreamReceiver::stop);
    }

    private static void stop(@Nullable MessageConsumer consumer) {
        if (consumer != null) {
            consumer.stop();
        }
    }
}
