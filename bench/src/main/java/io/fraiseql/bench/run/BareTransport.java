package io.fraiseql.bench.run;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.PublishOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** As many messages of one size through a stream as its client takes, with what keeps their order and loses none: each follows the one before, and one of a partition is under way. */
final class BareTransport implements AutoCloseable {

    private static final String STREAM = "bare";
    private static final int PARTITIONS = 16;
    private static final int BATCH = 1000;
    private static final long PATIENCE_SECONDS = 120;

    private final Connection connection;
    private final byte[] content;
    private final List<MessageConsumer> consumers = new ArrayList<>();
    private final Semaphore done = new Semaphore(0);
    private long last;

    BareTransport(Connection connection, String content) throws IOException, JetStreamApiException {
        this.connection = connection;
        this.content = content.getBytes(StandardCharsets.UTF_8);
        JetStreamManagement management = connection.jetStreamManagement();
        management.addStream(StreamConfiguration.builder()
                .name(STREAM)
                .subjects(STREAM + ".*")
                .storageType(StorageType.File)
                .build());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            management.addOrUpdateConsumer(
                    STREAM,
                    ConsumerConfiguration.builder()
                            .durable("p" + partition)
                            .filterSubject(STREAM + "." + partition)
                            .ackPolicy(AckPolicy.Explicit)
                            .maxAckPending(1)
                            .build());
            consumers.add(connection
                    .getConsumerContext(STREAM, "p" + partition)
                    .consume(ConsumeOptions.builder().batchSize(10).build(), this::end));
        }
    }

    private void end(Message message) {
        message.ack();
        done.release();
    }

    /** How many go through in a second. */
    double rate(int messages) throws IOException, InterruptedException, ExecutionException {
        JetStream stream = connection.jetStream();
        long start = System.nanoTime();
        for (int sent = 0; sent < messages; sent += BATCH) {
            List<CompletableFuture<PublishAck>> acks = new ArrayList<>(BATCH);
            for (int i = sent; i < Math.min(sent + BATCH, messages); i++) {
                PublishOptions options = PublishOptions.builder()
                        .messageId(Long.toString(last))
                        .expectedLastSequence(last++)
                        .build();
                acks.add(stream.publishAsync(STREAM + "." + i % PARTITIONS, content, options));
            }
            for (CompletableFuture<PublishAck> ack : acks) {
                ack.get();
            }
        }
        if (!done.tryAcquire(messages, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the messages do not come to an end");
        }
        return messages * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        consumers.forEach(MessageConsumer::stop);
    }
}
