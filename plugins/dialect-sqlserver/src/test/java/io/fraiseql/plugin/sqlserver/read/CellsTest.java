package io.fraiseql.plugin.sqlserver.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.jdbc.value.IsoReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import microsoft.sql.DateTimeOffset;
import org.junit.jupiter.api.Test;

/** What the driver makes of values, read without a server. */
class CellsTest {

    @Test
    void theDriversTextOfAnInstantIsRead() {
        java.sql.Timestamp time = java.sql.Timestamp.from(Instant.parse("2024-05-06T05:08:09.123456700Z"));
        String text = DateTimeOffset.valueOf(time, 120).toString();
        assertThat(text).isEqualTo("2024-05-06 07:08:09.1234567 +02:00");
        IsoReader reader = new IsoReader(new InstantCell().iso(text).getBytes(StandardCharsets.US_ASCII), "an instant");
        long days = reader.date();
        reader.separator();
        long micros = days * 86_400_000_000L + reader.time() - reader.offset();
        reader.end();
        assertThat(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000))
                .isEqualTo(Instant.parse("2024-05-06T05:08:09.123456Z"));
    }
}
