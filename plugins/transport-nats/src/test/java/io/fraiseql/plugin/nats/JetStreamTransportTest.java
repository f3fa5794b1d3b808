package io.fraiseql.plugin.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.testkit.TestNats;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import io.fraiseql.spi.transport.EventReceiver;
import io.fraiseql.spi.transport.EventSender;
import io.fraiseql.spi.transport.ReceivedEvent;
import io.fraiseql.spi.transport.SentEvent;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the host relies on, with a real NATS. */
class JetStreamTransportTest {

    private static final Duration ACK_WAIT = Duration.ofSeconds(2);
    private static final long SOON_SECONDS = 20;

    private final Semaphore arrivals = new Semaphore(0);
    private TestNats nats;
    private JetStreamTransport transport;

    @BeforeEach
    void start() {
        nats = TestNats.start();
        transport = new JetStreamTransport(config("rules", ACK_WAIT, 1));
    }

    @AfterEach
    void stop() {
        transport.close();
        nats.close();
    }

    private JetStreamConfig config(String consumer, Duration ackWait, int partitions) {
        NatsConfig connection = new NatsConfig(List.of(nats.url()), null, null, null, null, Duration.ofSeconds(2));
        return new JetStreamConfig(
                connection,
                "events",
                "shop",
                partitions,
                1,
                Duration.ofDays(1),
                Duration.ofMinutes(2),
                consumer,
                ackWait,
                1);
    }

    private static List<SentEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(JetStreamTransportTest::event)
                .toList();
    }

    private static SentEvent event(long position) {
        Event event = new Event(
                position,
                new UUID(0, position),
                "Order",
                "17",
                Event.Type.UPDATE,
                "{}",
                null,
                null,
                null,
                "a.c*e >",
                null,
                Instant.EPOCH);
        return new SentEvent(event.id().toString(), position, event, Long.toString(position), "");
    }

    private ReceivedEvent next(EventReceiver receiver) throws InterruptedException {
        List<ReceivedEvent> taken = List.of();
        while (taken.isEmpty()) {
            assertThat(arrivals.tryAcquire(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
            taken = receiver.take();
        }
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    /** Of two that send, one that wakes up adds nothing between what the other has sent. */
    @Test
    void sendersCannotMixTheirEvents() {
        EventSender suspended = transport.sender();
        EventSender successor = transport.sender();
        assertThat(suspended.begin()).isZero();
        assertThat(successor.begin()).isZero();
        successor.send(events(1, 300));
        assertThatThrownBy(() -> suspended.send(List.of(event(301))))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(NatsErrorCode.UNAVAILABLE));
        assertThat(suspended.begin()).isEqualTo(300);
        suspended.send(events(301, 302));
        assertThat(successor.begin()).isEqualTo(302);
    }

    @Test
    void eventsOfAKeyComeOneAfterTheOtherAndAgainUntilTheyAreEnded() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 3));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            ReceivedEvent first = next(receiver);
            assertThat(first.content()).isEqualTo("1");
            assertThat(first.exhausted()).isFalse();
            receiver.leave(List.of(first));
            ReceivedEvent again = next(receiver);
            assertThat(again.content()).isEqualTo("1");
            assertThat(again.exhausted()).isTrue();
            receiver.end(List.of(again));
            ReceivedEvent second = next(receiver);
            assertThat(second.content()).isEqualTo("2");
            long until = System.nanoTime() + ACK_WAIT.toNanos() * 3 / 2;
            while (System.nanoTime() < until) {
                receiver.extend(List.of(second));
                assertThat(arrivals.tryAcquire(ACK_WAIT.toMillis() / 4, TimeUnit.MILLISECONDS))
                        .isFalse();
            }
            assertThat(next(receiver).content()).isEqualTo("2");
        }
    }

    /** A server that is killed may forget many ends at once; here it forgets all of them. */
    @Test
    void whatIsEndedDoesNotComeAgainHoweverMuchTheServerForgets() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 4));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            for (int i = 0; i < 3; i++) {
                receiver.end(List.of(next(receiver)));
            }
        }
        try (Connection connection = Nats.connect(nats.url())) {
            connection.jetStreamManagement().deleteConsumer("events", "rules-p00");
        }
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            assertThat(next(receiver).content()).isEqualTo("4");
        }
    }

    @Test
    void messagesAreKeptWhenNatsIsKilled() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 1));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            receiver.end(List.of(next(receiver)));
            sender.send(events(2, 2));
            ReceivedEvent second = next(receiver);
            nats.kill();
            assertThatThrownBy(() -> sender.send(events(3, 3))).hasMessageContaining("NATS at " + nats.url());
            assertThatThrownBy(() -> receiver.end(List.of(second))).hasMessageContaining("NATS at " + nats.url());
            nats.startAgain();
            ReceivedEvent again = next(receiver);
            assertThat(again.content()).isEqualTo("2");
            assertThat(sender.begin()).isEqualTo(2);
        }
    }

    /** What is known of a stream is not taken for that of another one of its name. */
    @Test
    void aStreamThatIsMadeAnewBeginsAnew() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 2));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            receiver.end(List.of(next(receiver)));
            receiver.end(List.of(next(receiver)));
        }
        try (Connection connection = Nats.connect(nats.url())) {
            connection.jetStreamManagement().deleteStream("events");
        }
        assertThat(sender.begin()).isZero();
        sender.send(events(3, 3));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            assertThat(next(receiver).content()).isEqualTo("3");
        }
    }

    /** Somebody cleans up underneath a receiver that nothing arrives at any more. */
    @Test
    void aReceiverWhoseConsumersAreDeletedGoesOn() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 1));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            receiver.end(List.of(next(receiver)));
            try (Connection connection = Nats.connect(nats.url())) {
                connection.jetStreamManagement().deleteConsumer("events", "rules-p00");
            }
            sender.send(events(2, 2));
            assertThat(asked(receiver).content()).isEqualTo("2");
        }
    }

    /** What is ended late of the stream before says nothing about the new one, whose messages have the same numbers. */
    @Test
    void aReceiverWhoseStreamIsMadeAnewGoesOn() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        sender.send(events(1, 2));
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            receiver.end(List.of(next(receiver)));
            ReceivedEvent before = next(receiver);
            try (Connection connection = Nats.connect(nats.url())) {
                connection.jetStreamManagement().deleteStream("events");
            }
            sender.begin();
            sender.send(events(3, 4));
            ReceivedEvent third = asked(receiver);
            assertThat(third.content()).isEqualTo("3");
            receiver.end(List.of(before));
            receiver.leave(List.of(third));
        }
        try (EventReceiver receiver = transport.receiver(arrivals::release)) {
            assertThat(next(receiver).content()).isEqualTo("3");
        }
    }

    /** As the host does, which asks again after a while although nothing rang. */
    private ReceivedEvent asked(EventReceiver receiver) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_SECONDS);
        List<ReceivedEvent> taken = receiver.take();
        while (taken.isEmpty() && System.nanoTime() < until) {
            arrivals.tryAcquire(100, TimeUnit.MILLISECONDS);
            taken = receiver.take();
        }
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    @Test
    void whatHasOtherSettingsIsRefused() {
        transport.receiver(arrivals::release).close();
        try (JetStreamTransport other = new JetStreamTransport(config("rules", ACK_WAIT, 2))) {
            assertThatThrownBy(other::ping)
                    .hasMessageContaining("the stream 'events'")
                    .hasMessageContaining(
                            "description is Events of FraiseQL in 1 partitions and not Events of FraiseQL in 2 partitions");
        }
        try (JetStreamTransport other = new JetStreamTransport(config("rules", ACK_WAIT.multipliedBy(2), 1))) {
            assertThat(other.ping()).startsWith("NATS 2.");
            assertThatThrownBy(() -> other.receiver(arrivals::release))
                    .hasMessageContaining("the consumer 'rules-p00' of the stream 'events'")
                    .hasMessageContaining("ack wait is PT2S and not PT4S");
        }
    }

    @Test
    void aStreamThatForgetsMessagesBeforeTheyAreDoneIsRefused() throws Exception {
        assertThat(transport.ping()).startsWith("NATS 2.");
        change(stream -> stream.maxMessagesPerSubject(1));
        assertThatThrownBy(transport::ping).hasMessageContaining("messages kept of a subject is 1 and not -1");
    }

    @Test
    void aStreamMayTakeLessThanItsServer() throws Exception {
        EventSender sender = transport.sender();
        sender.begin();
        int ofTheServer = sender.largest();
        change(stream -> stream.maximumMessageSize(10_000));
        sender.begin();
        assertThat(sender.largest()).isBetween(1, 10_000).isLessThan(ofTheServer);
    }

    private void change(UnaryOperator<StreamConfiguration.Builder> to) throws Exception {
        try (Connection connection = Nats.connect(nats.url())) {
            JetStreamManagement management = connection.jetStreamManagement();
            StreamConfiguration there = management.getStreamInfo("events").getConfiguration();
            management.updateStream(to.apply(StreamConfiguration.builder(there)).build());
        }
    }

    @Test
    void namesBecomeTokensOfSubjects() {
        assertThat(Subjects.of("shop", event(1).event(), 1)).isEqualTo("shop.a%2Ec%2Ae%20%3E.Order.update.p00");
    }
}
