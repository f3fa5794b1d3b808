package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;
import java.util.regex.Pattern;

/** The stream that has the event log: {@code plugins.transport-nats.jetstream}. All servers on a database say the same. */
public record JetStreamConfig(
        @Default("{}") @Help("Where NATS is, with the keys of plugins.transport-nats.nats")
        NatsConfig connection,

        @Default("fraiseql") @Help("The name of the stream") String stream,

        @Default("fraiseql") @Help("What its subjects begin with: prefix.organisation.entity.type.partition")
        String prefix,

        @Default("16")
        @Help("Events that can be done at the same time: those of one key are always in the same partition")
        int partitions,

        @Default("1") @Help("On how many servers of the cluster the stream is")
        int replicas,

        @Default("7d") @Help("How long the stream keeps events, done or not: longer than workers may be away")
        Duration retention,

        @Default("2m") @Help("How long the stream recognises a repeat by its Nats-Msg-Id")
        Duration duplicateWindow,

        @Default("rules") @Help("The name of the durable consumers; servers of one name share the events")
        String consumer,

        @Default("30s") @Help("How long a worker may be silent before others get the events that it has taken")
        Duration ackWait,

        @Default("10")
        @Help("How often an event is taken by workers that never say how it went, before it is a dead letter")
        int maxDeliver) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int MOST_PARTITIONS = 256;
    private static final int MOST_REPLICAS = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public JetStreamConfig {
        requireName("stream", stream);
        requireName("prefix", prefix);
        requireName("consumer", consumer);
        requireBetween("partitions", partitions, MOST_PARTITIONS);
        requireBetween("replicas", replicas, MOST_REPLICAS);
        requireBetween("maxDeliver", maxDeliver, Integer.MAX_VALUE);
        requireLong("retention", retention);
        requireLong("duplicateWindow", duplicateWindow);
        requireLong("ackWait", ackWait);
        if (duplicateWindow.compareTo(retention) > 0) {
            throw new IllegalArgumentException("duplicateWindow must not be longer than retention");
        }
    }

    private static void requireName(String key, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(key + " must be letters, digits, '_' and '-', 100 at most");
        }
    }

    private static void requireBetween(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + " must be from 1 to " + most);
        }
    }

    private static void requireLong(String key, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(key + " must be at least 1s");
        }
    }
}
