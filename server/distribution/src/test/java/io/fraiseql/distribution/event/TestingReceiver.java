package io.fraiseql.distribution.event;

import io.fraiseql.spi.transport.EventPlace;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.EventTransport;
import io.fraiseql.spi.transport.ReceivedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What one process is given of a transport, as the test says, and what it has ended. */
final class TestingReceiver implements EventTransport, EventReceiver {

    final BlockingQueue<ReceivedEvent> ended = new LinkedBlockingQueue<>();
    private final Queue<ReceivedEvent> waiting = new ConcurrentLinkedQueue<>();
    private volatile Runnable arrived = () -> {};

    /** An event of the only partition. */
    record Message(String content, EventPlace place, boolean repeated, long arrivedNanos) implements ReceivedEvent {

        @Override
        public String rule() {
            return "";
        }

        @Override
        public boolean exhausted() {
            return false;
        }
    }

    void give(String event, long number, boolean repeated) {
        waiting.add(new Message(event, new EventPlace("p", number), repeated, System.nanoTime()));
        arrived.run();
    }

    @Override
    public EventReceiver receiver(Runnable bell) {
        arrived = bell;
        return this;
    }

    @Override
    public List<ReceivedEvent> take() {
        List<ReceivedEvent> taken = new ArrayList<>();
        for (ReceivedEvent event = waiting.poll(); event != null; event = waiting.poll()) {
            taken.add(event);
        }
        return taken;
    }

    @Override
    public Duration visibility() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void extend(List<ReceivedEvent> events) {}

    @Override
    public void end(List<ReceivedEvent> events) {
        ended.addAll(events);
    }

    @Override
    public void leave(List<ReceivedEvent> events) {}

    @Override
    public EventSender sender() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String ping() {
        return "test";
    }

    @Override
    public void close() {}
}
