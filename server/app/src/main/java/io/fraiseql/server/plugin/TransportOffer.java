package io.fraiseql.server.plugin;

import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.EventTransport;
import io.fraiseql.spi.transport.ReceivedEvent;
import io.fraiseql.spi.transport.SentEvent;
import io.fraiseql.spi.transport.TransportFactory;
import java.time.Duration;
import java.util.List;

/** A transport of events that a plugin offers. */
public final class TransportOffer extends Offer<EventTransport> {

    TransportOffer(PluginCalls calls, TransportFactory<?> factory) {
        super(calls, factory);
    }

    @Override
    EventTransport hosted(EventTransport transport) {
        return new Hosted(calls(), transport);
    }

    private record Hosted(PluginCalls calls, EventTransport transport) implements EventTransport {

        @Override
        public EventSender sender() {
            return new HostedSender(calls, calls.call(transport::sender));
        }

        @Override
        public EventReceiver receiver(Runnable arrived) {
            return new HostedReceiver(calls, calls.call(() -> transport.receiver(arrived)));
        }

        @Override
        public String ping() {
            return calls.call(transport::ping);
        }

        @Override
        public void close() {
            calls.run(transport::close);
        }
    }

    private record HostedSender(PluginCalls calls, EventSender sender) implements EventSender {

        @Override
        public long begin() {
            return calls.call(sender::begin);
        }

        @Override
        public int largest() {
            return calls.call(sender::largest);
        }

        @Override
        public void send(List<SentEvent> events) {
            calls.run(() -> sender.send(events));
        }
    }

    private record HostedReceiver(PluginCalls calls, EventReceiver receiver) implements EventReceiver {

        @Override
        public List<ReceivedEvent> take() {
            return calls.call(receiver::take);
        }

        @Override
        public Duration visibility() {
            return calls.call(receiver::visibility);
        }

        @Override
        public void extend(List<ReceivedEvent> events) {
            calls.run(() -> receiver.extend(events));
        }

        @Override
        public void end(List<ReceivedEvent> events) {
            calls.run(() -> receiver.end(events));
        }

        @Override
        public void leave(List<ReceivedEvent> events) {
            calls.run(() -> receiver.leave(events));
        }

        @Override
        public void close() {
            calls.run(receiver::close);
        }
    }
}
