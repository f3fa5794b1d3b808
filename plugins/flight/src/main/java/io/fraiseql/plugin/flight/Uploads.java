package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.ReceivedRows;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.upload.UploadBatch;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Takes uploads: the schema is checked before a row is read, and rows are kept until the last one is there, so that a slow client holds no
 * connection and a transaction can be run again. Thread-safe.
 */
final class Uploads {

    private final FlightConfig config;
    private final ServiceHost host;
    private final BufferAllocator memory;
    private final FlightMetrics metrics;
    private final Inbound inbound;

    Uploads(FlightConfig config, ServiceHost host, BufferAllocator memory, FlightMetrics metrics, Inbound inbound) {
        this.config = config;
        this.host = host;
        this.memory = memory;
        this.metrics = metrics;
        this.inbound = inbound;
    }

    /** Runs one upload to its end; on gRPC's thread of the call, which it may keep. Arrow closes the stream with the answer. */
    void run(FlightStream flight, RequestContext context, StreamListener<PutResult> client) {
        try {
            byte[] answer = inbound.admit(() -> written(flight, context));
            try (ArrowBuf buffer = memory.buffer(answer.length)) {
                buffer.writeBytes(answer);
                client.onNext(PutResult.metadata(buffer));
            }
            client.onCompleted();
        } catch (RuntimeException e) {
            metrics.uploadFailed();
            client.onError(FlightStatus.of(e, context));
        }
    }

    private byte[] written(FlightStream flight, RequestContext context) {
        Destination destination = destination(flight);
        long rows = write(destination, flight, context);
        metrics.uploaded(rows);
        return JsonBytes.of(new TreeMap<>(Map.of("batch_id", destination.batch(), "rows", rows)));
    }

    private Destination destination(FlightStream flight) {
        byte[] command = Tickets.of(inbound.receive(flight::getDescriptor));
        return UploadTicket.read(command, host, config);
    }

    private long write(Destination destination, FlightStream flight, RequestContext context) {
        long limit = config.uploadBytes().bytes();
        try (BufferAllocator own = memory.newChildAllocator(context.requestId(), 0, Long.MAX_VALUE);
                ReceivedRows rows = new ReceivedRows(
                        destination.columns(),
                        inbound.receive(flight::getSchema),
                        flight.getDictionaryProvider(),
                        own)) {
            while (inbound.receive(flight::next)) {
                rows.take(flight.getRoot());
                if (own.getAllocatedMemory() > limit) {
                    throw new FraiseqlException(
                            FlightErrorCode.UPLOAD_TOO_LARGE,
                            "the batch has more than " + limit
                                    + " bytes (flight.uploadBytes); send it in parts, each with a batch_id of its own");
                }
            }
            return destination.writer().write(new UploadBatch(destination.batch(), rows.parts()), context);
        }
    }
}
