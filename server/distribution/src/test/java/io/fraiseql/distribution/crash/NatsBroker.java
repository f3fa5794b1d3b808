package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.DatabaseFolder;
import io.fraiseql.plugin.testkit.TestNats;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PushSubscribeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The event log in a stream of NATS JetStream, as somebody sees it who knows nothing of the servers. */
final class NatsBroker implements Broker {

    private static final String STREAM = "fraiseql";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestNats nats = TestNats.start();
    private final Connection connection;

    NatsBroker() {
        try {
            connection = Nats.connect(Options.builder()
                    .server(nats.url())
                    .maxReconnects(-1)
                    .errorListener(new ErrorListener() {})
                    .build());
        } catch (IOException e) {
            nats.close();
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            nats.close();
            throw new AssertionError(e);
        }
    }

    @Override
    public String settings() {
        return """
            plugins:
              transport-nats:
                jetstream:
                  connection: {servers: ["%s"]}
                  partitions: %d
                  ackWait: %dms
                  maxDeliver: 100
            """.formatted(nats.url(), Topology.PARTITIONS, CrashOptions.VISIBILITY.toMillis());
    }

    @Override
    public void kill() {
        nats.kill();
    }

    @Override
    public void startAgain() {
        nats.startAgain();
    }

    /** While it does not answer it may have something. */
    @Override
    public long unfinished(DatabaseFolder folder) {
        try {
            return connection.jetStreamManagement().getConsumers(STREAM).stream()
                    .mapToLong(consumer -> consumer.getNumPending() + consumer.getNumAckPending())
                    .sum();
        } catch (IOException | JetStreamApiException e) {
            return 1;
        }
    }

    /** The stream is the log: every event once, in its order. */
    @Override
    public void check(List<LoggedEvent> events, Findings findings) {
        List<String> ids = new ArrayList<>();
        try {
            JetStreamSubscription all = connection
                    .jetStream()
                    .subscribe(
                            STREAM + ".>",
                            PushSubscribeOptions.builder().stream(STREAM)
                                    .ordered(true)
                                    .build());
            while (ids.size() < events.size()) {
                Message message = all.nextMessage(PATIENCE);
                if (message == null) {
                    break;
                }
                ids.add(message.getHeaders().getFirst("Nats-Msg-Id"));
            }
            findings.require(all.nextMessage(PATIENCE.dividedBy(10)) == null, "the stream has more than the log");
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        BridgeCheck.check(events, ids, findings);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nats.close();
    }
}
