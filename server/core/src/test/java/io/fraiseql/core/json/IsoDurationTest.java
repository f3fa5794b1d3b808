package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S",
        "P0D, PT0S",
        "PT90M, PT1H30M",
        "PT1H30M, PT1H30M",
        "P14M, P1Y2M",
        "P2W, P14D",
        "P1Y2M3DT4H5M6.7S, P1Y2M3DT4H5M6.7S",
        "PT24H, PT24H",
        "PT-90M, PT-1H-30M",
        "-PT90M, PT-1H-30M",
        "P-1Y-2M3DT-4H-5M-6.5S, P-1Y-2M3DT-4H-5M-6.5S",
        "PT-0.5S, PT-0.5S",
        "PT1H-30M, PT30M",
        "P1Y-2M, P10M",
        "PT0.000001S, PT0.000001S",
        "PT0.1234567S, PT0.123457S",
        "PT1.50S, PT1.5S",
        "P1.5Y, P1Y6M",
        "P0.5M, P15D",
        "P1.5W, P10DT12H",
        "P0.5D, PT12H",
        "PT1.5H, PT1H30M",
        "PT0.5M, PT30S",
        "+P1D, ''",
        "PT+1S, PT1S"
    })
    void canonicalForm(String text, String canonical) {
        if (canonical.isEmpty()) {
            assertThatIllegalArgumentException().isThrownBy(() -> IsoDuration.parse(text));
        } else {
            assertThat(IsoDuration.parse(text)).hasToString(canonical);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1",
                "P1H",
                "PT1D",
                "P1DT",
                "PT1S1M",
                "P1M1Y",
                "PT1S1S",
                "1D",
                "P1.D",
                "P.5D",
                "P1DT1",
                "P--1D",
                "p1d",
                "P1D ",
                "P1é",
                "00:00:01",
                "P99999999999Y",
                "PT99999999999999999999S",
                "PT9223372036855S"
            })
    void whatIsNoDurationIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IsoDuration.parse(text));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new Utf8Buffer(8).duration(bytes, 0, bytes.length))
                .isInstanceOf(FraiseqlException.class);
    }

    @Property
    void theTextReadsBackAsTheSameDuration(@ForAll int months, @ForAll int days, @ForAll long micros) {
        IsoDuration duration = new IsoDuration(months, days, micros);
        assertThat(IsoDuration.parse(duration.toString())).isEqualTo(duration);
    }

    @Test
    void theBufferWritesItQuoted() {
        byte[] iso = "xPT90Mx".getBytes(StandardCharsets.US_ASCII);
        assertThat(Written.by(out -> out.duration(iso, 1, 5))).isEqualTo("\"PT1H30M\"");
        String longest = new IsoDuration(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE).toString();
        assertThat(longest).isEqualTo("P-178956970Y-8M-2147483648DT-2562047788H-54.775808S");
    }
}
