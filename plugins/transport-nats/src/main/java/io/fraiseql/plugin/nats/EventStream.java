package io.fraiseql.plugin.nats;

import io.fraiseql.spi.error.FraiseqlException;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.PublishAck;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** The stream and its consumers: made when they are not there, refused when they are not as configured. Thread-safe. */
final class EventStream implements AutoCloseable {

    private static final int MISSING = 404;
    private static final int SERVER_ERROR = 500;

    private final JetStreamConfig config;
    private final NatsLink link;
    private volatile String made = "";

    /** What NATS is asked. */
    interface Request<T> {

        T of(NatsLink link) throws IOException, JetStreamApiException, InterruptedException;
    }

    EventStream(JetStreamConfig config) {
        this.config = config;
        this.link = new NatsLink(config.connection());
    }

    JetStreamConfig config() {
        return config;
    }

    /** When the stream was made, as it was found last: what tells it from an earlier one of its name. */
    String made() {
        return made;
    }

    /** As {@link NatsLink#connections}. */
    int connections() {
        return link.connections();
    }

    /**
     * Asks NATS.
     *
     * @throws FraiseqlException {@code UNAVAILABLE} when it does not do it now, {@code UNSUITABLE} when it never will
     */
    <T> T call(Request<T> request) {
        try {
            return request.of(link);
        } catch (JetStreamApiException e) {
            throw new FraiseqlException(
                    e.getErrorCode() >= SERVER_ERROR ? NatsErrorCode.UNAVAILABLE : NatsErrorCode.UNSUITABLE,
                    "NATS refuses what the stream '" + config.stream() + "' needs: " + e.getMessage(),
                    e);
        } catch (IOException | IllegalStateException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** What NATS says of a message that was sent. */
    PublishAck await(CompletableFuture<PublishAck> ack) throws InterruptedException {
        try {
            return ack.get(config.connection().timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    FraiseqlException unavailable(Exception cause) {
        String why = cause instanceof TimeoutException ? "it did not answer in time" : cause.getMessage();
        return new FraiseqlException(
                NatsErrorCode.UNAVAILABLE,
                "NATS at " + link.servers() + " does not do what it is asked: " + why,
                cause);
    }

    /** Makes the stream, or makes sure that it is as configured. */
    void require() {
        call(nats -> {
            JetStreamManagement management = nats.management();
            StreamConfiguration wanted = configuration();
            StreamInfo info;
            try {
                info = management.getStreamInfo(config.stream());
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() != MISSING) {
                    throw e;
                }
                info = management.addStream(wanted);
            }
            StreamConfiguration there = info.getConfiguration();
            made = info.getCreateTime().toInstant().toString();
            new Differences("the stream '" + config.stream() + "'")
                    .compare("subjects", there.getSubjects(), wanted.getSubjects())
                    .compare("description", there.getDescription(), wanted.getDescription())
                    .compare("storage", there.getStorageType(), wanted.getStorageType())
                    .compare("retention policy", there.getRetentionPolicy(), wanted.getRetentionPolicy())
                    .compare("discard policy", there.getDiscardPolicy(), wanted.getDiscardPolicy())
                    .compare("messages kept of a subject", there.getMaxMsgsPerSubject(), wanted.getMaxMsgsPerSubject())
                    .compare("maximum age", there.getMaxAge(), wanted.getMaxAge())
                    .compare("duplicate window", there.getDuplicateWindow(), wanted.getDuplicateWindow())
                    .compare("replicas", there.getReplicas(), wanted.getReplicas())
                    .refuse();
            return there;
        });
    }

    private StreamConfiguration configuration() {
        return StreamConfiguration.builder()
                .name(config.stream())
                .description("Events of FraiseQL in " + config.partitions() + " partitions")
                .subjects(config.prefix() + ".*.*.*.*")
                .storageType(StorageType.File)
                .retentionPolicy(RetentionPolicy.Limits)
                .discardPolicy(DiscardPolicy.New)
                .maxAge(config.retention())
                .duplicateWindow(config.duplicateWindow())
                .replicas(config.replicas())
                .build();
    }

    /** The name of the consumer of a partition. */
    String consumer(int partition) {
        return config.consumer() + "-" + Subjects.partition(partition);
    }

    /** The names of the consumers of all partitions. */
    List<String> consumersOfPartitions() {
        return IntStream.range(0, config.partitions()).mapToObj(this::consumer).toList();
    }

    /** The names of the consumers that there are; none when there is no stream. */
    Set<String> consumers() {
        return call(nats -> {
            try {
                return Set.copyOf(nats.management().getConsumerNames(config.stream()));
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() != MISSING) {
                    throw e;
                }
                return Set.of();
            }
        });
    }

    /** Makes the consumer of a partition, or makes sure that it is as configured; returns its name. */
    String requireConsumer(int partition) {
        String name = consumer(partition);
        call(nats -> {
            JetStreamManagement management = nats.management();
            ConsumerConfiguration wanted = consumer(name, partition);
            ConsumerConfiguration there;
            try {
                there = management.getConsumerInfo(config.stream(), name).getConsumerConfiguration();
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() != MISSING) {
                    throw e;
                }
                there = management.addOrUpdateConsumer(config.stream(), wanted).getConsumerConfiguration();
            }
            new Differences("the consumer '" + name + "' of the stream '" + config.stream() + "'")
                    .compare("filter", there.getFilterSubjects(), wanted.getFilterSubjects())
                    .compare("ack policy", there.getAckPolicy(), wanted.getAckPolicy())
                    .compare("ack wait", there.getAckWait(), wanted.getAckWait())
                    .compare("maximum of pending acks", there.getMaxAckPending(), wanted.getMaxAckPending())
                    .compare("maximum of deliveries", Math.max(-1, there.getMaxDeliver()), -1L)
                    .refuse();
            return there;
        });
        return name;
    }

    /** One event of a partition at a time is under way, so that events of a key are done one after the other, whichever processes do them. */
    private ConsumerConfiguration consumer(String name, int partition) {
        return ConsumerConfiguration.builder()
                .durable(name)
                .filterSubjects(List.of(config.prefix() + ".*.*.*." + Subjects.partition(partition)))
                .deliverPolicy(DeliverPolicy.All)
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(config.ackWait())
                .maxAckPending(1)
                .maxDeliver(-1)
                .build();
    }

    @Override
    public void close() {
        link.close();
    }
}
