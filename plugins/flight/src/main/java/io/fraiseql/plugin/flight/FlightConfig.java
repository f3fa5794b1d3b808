package io.fraiseql.plugin.flight;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import java.time.Duration;
import java.util.List;

/** The {@code flight} section; without it nothing listens. */
public record FlightConfig(
        @Default("127.0.0.1") @Help("The address to listen on")
        String host,

        @Default("8815") @Help("The port to listen on; 0 for any that is free")
        int port,

        @Default("10000") @Help("The most rows of a batch") int batchRows,

        @Default("4MiB")
        @Help("A batch that has so many bytes is sent although it has fewer rows; a row is never split")
        ByteSize batchBytes,

        @Default("4")
        @Help(
                "Streams at once, each with a database connection; streams of all kinds together leave one connection to other requests. One more is answered with RESOURCE_EXHAUSTED")
        int maxStreams,

        @Default("64")
        @Help(
                "Callers at once who follow the event log; they wait without a database connection. One more is answered with RESOURCE_EXHAUSTED")
        int maxFollowers,

        @Default("15m")
        @Help(
                "How long one stream may take, but for those who follow the event log; then its statement is cancelled and the stream ends with an error")
        Duration timeout,

        @Default("30s")
        @Help(
                "How long a client may leave batches untaken before its stream ends with an error. One that said nothing for ten seconds is asked, and may leave that unanswered as long; then its connection is closed")
        Duration stallTimeout,

        @Default("binary")
        @Help("How a UUID is sent: binary for 16 bytes of the extension type arrow.uuid, text for lower-case text")
        UuidForm uuid,

        @Default("[]")
        @Help(
                "The tables and views that BulkExport gives whole, by their names in the compiled schema; of others it gives none")
        List<String> exports,

        @Default("[]")
        @Help(
                "The tables that DoPut writes into, by their names in the compiled schema; they need a mutation that creates many rows. It writes into no others")
        List<String> uploads,

        @Default("[]")
        @Help("The entities whose events of the type CUSTOM DoPut appends to the log; it appends those of no others")
        List<String> ingest,

        @Default("64MiB") @Help("The most bytes of a batch that is put; it is kept in memory until all of it is there")
        ByteSize uploadBytes,

        @Default("2")
        @Help(
                "Calls at once that send: uploads, and exchanges until they have said what they want. One more is answered with RESOURCE_EXHAUSTED")
        int maxUploads,

        @Nullable
        @Help(
                "The folder of .arrow-schema files, whose schemas are served; read when the server starts and by the action RefreshSchemas. Without it there are none")
        String schemas,

        @Default("{}") @Help("Encryption, and certificates of clients")
        FlightTls tls) {

    private static final int MOST_ROWS = 1_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_UPLOAD = 4L << 30;

    public FlightConfig {
        exports = List.copyOf(exports);
        uploads = List.copyOf(uploads);
        ingest = List.copyOf(ingest);
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        requireBetween("port", port, 0, 65_535);
        requireBetween("batchRows", batchRows, 1, MOST_ROWS);
        requireBetween("batchBytes", batchBytes, MOST_BYTES, "256MiB");
        requireBetween("uploadBytes", uploadBytes, MOST_UPLOAD, "4GiB");
        requireBetween("maxUploads", maxUploads, 1, 100);
        requireBetween("maxStreams", maxStreams, 1, 10_000);
        requireBetween("maxFollowers", maxFollowers, 1, 10_000);
        requirePositive("timeout", timeout);
        requirePositive("stallTimeout", stallTimeout);
    }

    private static void requireBetween(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be between " + least + " and " + most);
        }
    }

    private static void requireBetween(String key, ByteSize value, long most, String shown) {
        if (value.bytes() < 1 || value.bytes() > most) {
            throw new IllegalArgumentException(key + " must be between 1B and " + shown);
        }
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " must be longer than 0");
        }
    }

    /** How a UUID is sent. */
    public enum UuidForm {
        BINARY,
        TEXT
    }
}
