package io.fraiseql.plugin.flight;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.flight.FlightConfig.UuidForm;
import io.fraiseql.spi.ByteSize;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightConfigTest {

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1, 1, 1, 1, 1, 1, 1, 1, host must not be blank",
        "h, 65536, 1, 1, 1, 1, 1, 1, 1, 1, port must be between 0 and 65535",
        "h, 1, 0, 1, 1, 1, 1, 1, 1, 1, batchRows must be between 1 and 1000000",
        "h, 1, 1, 0, 1, 1, 1, 1, 1, 1, batchBytes must be between 1B and 256MiB",
        "h, 1, 1, 1, 0, 1, 1, 1, 1, 1, maxStreams must be between 1 and 10000",
        "h, 1, 1, 1, 1, 0, 1, 1, 1, 1, maxFollowers must be between 1 and 10000",
        "h, 1, 1, 1, 1, 1, 0, 1, 1, 1, timeout must be longer than 0",
        "h, 1, 1, 1, 1, 1, 1, -1, 1, 1, stallTimeout must be longer than 0",
        "h, 1, 1, 1, 1, 1, 1, 1, 0, 1, uploadBytes must be between 1B and 4GiB",
        "h, 1, 1, 1, 1, 1, 1, 1, 1, 0, maxUploads must be between 1 and 100"
    })
    void aValueThatCannotWorkIsRefusedByItsKey(
            String host,
            int port,
            int rows,
            long bytes,
            int streams,
            int followers,
            long timeout,
            long stall,
            long upload,
            int uploads,
            String message) {
        assertThatThrownBy(() -> new FlightConfig(
                        host,
                        port,
                        rows,
                        new ByteSize(bytes),
                        streams,
                        followers,
                        Duration.ofSeconds(timeout),
                        Duration.ofSeconds(stall),
                        UuidForm.BINARY,
                        List.of(),
                        List.of(),
                        List.of(),
                        new ByteSize(upload),
                        uploads,
                        null,
                        new FlightTls(null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void halfOfTlsIsRefused() {
        assertThatThrownBy(() -> new FlightTls("certificate.pem", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certificate and key go together");
        assertThatThrownBy(() -> new FlightTls(null, null, "clients.pem"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clients needs certificate");
    }
}
