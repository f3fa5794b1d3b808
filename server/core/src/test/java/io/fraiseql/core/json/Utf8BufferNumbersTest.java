package io.fraiseql.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8BufferNumbersTest {

    @Property
    void integersAreTheirDigits(@ForAll long value) {
        assertThat(Written.by(out -> out.number(value))).isEqualTo(Long.toString(value));
    }

    @Property
    void doublesReadBackAsTheSameBits(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits) + 0.0;
        if (Double.isFinite(value)) {
            String text = Written.by(out -> out.number(value));
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text).isEqualTo(NumberOutput.toString(value, true));
        }
    }

    @Property
    void wholeDoublesTakeTheSameForm(@ForAll int value) {
        assertThat(Written.by(out -> out.number((double) value)))
                .isEqualTo(NumberOutput.toString((double) value, true));
    }

    @Property
    void floatsReadBackAsTheSameBits(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits) + 0.0f;
        if (Float.isFinite(value)) {
            String text = Written.by(out -> out.number(value));
            assertThat(Float.parseFloat(text)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, 0.0",
        "1.0, 1.0",
        "-2.5, -2.5",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1.0E7, 1.0E7",
        "9999999.0, 9999999.0",
        "2.0E23, 2.0E23",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308"
    })
    void goldenDoubles(double value, String text) {
        assertThat(Written.by(out -> out.number(value))).isEqualTo(text);
    }

    @Test
    void aFloatKeepsItsOwnShortForm() {
        assertThat(Written.by(out -> out.number(0.1f))).isEqualTo("0.1");
        assertThat(Written.by(out -> out.number(-0.0f))).isEqualTo("0.0");
        assertThat(Written.by(out -> out.number(3.4028235E38f))).isEqualTo("3.4028235E38");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsAnError(double value) {
        Utf8Buffer out = new Utf8Buffer(16);
        assertThatThrownBy(() -> out.number(value))
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INTERNAL))
                .hasMessageContaining("NaN or infinite");
        assertThatThrownBy(() -> out.number((float) value)).isInstanceOf(FraiseqlException.class);
        assertThat(out.length()).isZero();
    }
}
