package io.fraiseql.plugin.flight.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalDigitsTest {

    @Test
    void everyNumberIsWhatBigDecimalReads() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int precision = 1 + random.nextInt(38);
            int scale = random.nextInt(precision + 1);
            BigInteger unscaled = new BigInteger(130, random).mod(BigInteger.TEN.pow(1 + random.nextInt(precision)));
            BigDecimal number = new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
            assertThat(read(number.toPlainString(), precision, scale))
                    .as("%s as decimal(%d, %d)", number, precision, scale)
                    .isEqualTo(number.unscaledValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.9", "19.90", "19.9000", "0019.9", "19.900"})
    void zerosAreAddedAndLeftOut(String text) {
        assertThat(read(text, 5, 3)).isEqualTo(19_900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "-100.00", "1.001", "1e1", "NaN", "1.2.3", "--1"})
    void whatDoesNotFitIsAnError(String text) {
        assertThatThrownBy(() -> read(text, 4, 2))
                .isInstanceOf(FraiseqlException.class)
                .hasMessageContaining("price: the database holds a value that is no decimal of 4 digits");
    }

    private static BigInteger read(String text, int precision, int scale) {
        DecimalDigits digits = new DecimalDigits("price", precision, scale);
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.US_ASCII);
        digits.read("9".repeat(precision - scale).getBytes(StandardCharsets.US_ASCII), 0, precision - scale);
        digits.read(bytes, 1, text.length());
        return new BigInteger(digits.bigEndian().clone());
    }
}
