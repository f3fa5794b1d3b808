package io.fraiseql.plugin.nats;

import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.EventTransport;

/** The event log in a stream. Thread-safe. */
final class JetStreamTransport implements EventTransport {

    private final EventStream stream;

    JetStreamTransport(JetStreamConfig config) {
        this.stream = new EventStream(config);
    }

    @Override
    public EventSender sender() {
        return new StreamSender(stream);
    }

    @Override
    public EventReceiver receiver(Runnable arrived) {
        return StreamReceiver.open(stream, arrived);
    }

    /** Also says whether the stream is there and as it should be. */
    @Override
    public String ping() {
        stream.require();
        return stream.call(link -> "NATS " + link.connection().getServerInfo().getVersion());
    }

    @Override
    public void close() {
        stream.close();
    }
}
