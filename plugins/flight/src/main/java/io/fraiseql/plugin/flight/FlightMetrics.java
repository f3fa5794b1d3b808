package io.fraiseql.plugin.flight;

import io.fraiseql.spi.host.ServiceMetrics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.arrow.memory.BufferAllocator;

/** Counts streams. Thread-safe. */
final class FlightMetrics {

    private final LongAdder active = new LongAdder();
    private final LongAdder followers = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder uploads = new LongAdder();
    private final LongAdder failedUploads = new LongAdder();
    private final LongAdder uploadedRows = new LongAdder();
    private final LongAdder[] ends = new LongAdder[End.values().length];

    /** How a stream ended. */
    enum End {
        COMPLETE,
        CLIENT_GONE,
        STALLED,
        CANCELLED,
        FAILED
    }

    FlightMetrics() {
        for (End end : End.values()) {
            ends[end.ordinal()] = new LongAdder();
        }
    }

    /** Registers everything, and the memory of the vectors. */
    void register(ServiceMetrics metrics, BufferAllocator memory) {
        Map<String, LongSupplier> byEnd = new TreeMap<>();
        for (End end : End.values()) {
            byEnd.put(end.name().toLowerCase(Locale.ROOT), ends[end.ordinal()]::sum);
        }
        metrics.counters(
                "streams_total",
                "Streams by their end: complete, client_gone, stalled, cancelled, failed",
                "end",
                byEnd);
        metrics.gauge("streams_active", "Streams that run now, without those who follow the event log", active::sum);
        metrics.gauge("followers_active", "Callers who follow the event log now", followers::sum);
        metrics.counter("rows_total", "Rows sent", rows::sum);
        metrics.counter("batches_total", "Record batches sent", batches::sum);
        metrics.counters(
                "uploads_total",
                "Batches that clients put, by their end: written (now or before), failed",
                "end",
                Map.of("written", uploads::sum, "failed", failedUploads::sum));
        metrics.counter("uploaded_rows_total", "Rows of batches that were written, now or before", uploadedRows::sum);
        metrics.gauge("memory_bytes", "Memory that vectors hold", memory::getAllocatedMemory);
    }

    /** Counts a stream in; followed by one {@link #ended}. */
    void begun(boolean follows) {
        (follows ? followers : active).increment();
    }

    void uploaded(long batchRows) {
        uploads.increment();
        uploadedRows.add(batchRows);
    }

    void uploadFailed() {
        failedUploads.increment();
    }

    void sent(int batchRows) {
        rows.add(batchRows);
        batches.increment();
    }

    void ended(End end, boolean follows) {
        (follows ? followers : active).decrement();
        ends[end.ordinal()].increment();
    }
}
