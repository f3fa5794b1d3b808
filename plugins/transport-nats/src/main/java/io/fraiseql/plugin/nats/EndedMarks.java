package io.fraiseql.plugin.nats;

import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValueManagement;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The last message of each partition that was ended, in a bucket. A server notes acknowledgements a little later than it says, so that one that was killed gives
 * messages again whose end it was told; what is in a bucket is there. One thread.
 */
final class EndedMarks {

    private static final int MISSING = 404;
    private static final String[] NONE = {};

    private final EventStream stream;
    private final String bucket;

    EndedMarks(EventStream stream) {
        this.stream = stream;
        this.bucket = stream.config().stream() + "-" + stream.config().consumer();
    }

    /** Makes the bucket when it is not there. */
    void require() {
        stream.call(link -> {
            KeyValueManagement buckets = link.connection().keyValueManagement(options(link));
            try {
                return buckets.getStatus(bucket);
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() != MISSING) {
                    throw e;
                }
                return buckets.create(KeyValueConfiguration.builder()
                        .name(bucket)
                        .description("The last events of FraiseQL that are done, by partition")
                        .storageType(StorageType.File)
                        .replicas(stream.config().replicas())
                        .build());
            }
        });
    }

    /** Notes that these are ended, and returns when it is. Those of an earlier stream of the name say nothing of this one. */
    void note(List<StreamMessage> messages) {
        stream.call(link -> {
            JetStream jetStream = link.stream();
            List<CompletableFuture<PublishAck>> acks = new ArrayList<>(messages.size());
            String made = stream.made();
            for (StreamMessage message : messages) {
                if (!message.made().equals(made)) {
                    continue;
                }
                String mark = message.place().number() + " " + made;
                acks.add(jetStream.publishAsync(
                        "$KV." + bucket + "." + Subjects.partition(message.partition()),
                        mark.getBytes(StandardCharsets.UTF_8)));
            }
            for (CompletableFuture<PublishAck> ack : acks) {
                stream.await(ack);
            }
            return acks;
        });
    }

    /** 0 when none was ended of this stream. */
    long of(int partition) {
        return stream.call(link -> {
            KeyValueEntry entry =
                    link.connection().keyValue(bucket, options(link)).get(Subjects.partition(partition));
            String[] mark = entry == null ? NONE : entry.getValueAsString().split(" ");
            return mark.length == 2 && mark[1].equals(stream.made()) ? Long.parseLong(mark[0]) : 0L;
        });
    }

    private static KeyValueOptions options(NatsLink link) throws IOException {
        return KeyValueOptions.builder()
                .jetStreamOptions(link.jetStreamOptions())
                .build();
    }
}
