package io.fraiseql.core.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fraiseql.core.model.ScalarType;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarCatalogTest {

    private static final ScalarCatalog CATALOG = new ScalarCatalog();
    private static final String UUID_TEXT = "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11";

    static List<Arguments> accepted() {
        return List.of(
                row("Int", 1L, 1L),
                row("Int", BigInteger.valueOf(-2147483648), -2147483648L),
                row("Int", new BigDecimal("1.0"), 1L),
                row("Int", new BigDecimal("1e3"), 1000L),
                row("Float", 1L, 1.0),
                row("Float", new BigDecimal("-0.0"), 0.0),
                row("Float", new BigDecimal("1.5"), 1.5),
                row("String", "é\ud83d\ude00", "é\ud83d\ude00"),
                row("Boolean", true, true),
                row("ID", "a", "a"),
                row("ID", 7L, "7"),
                row("ID", new BigInteger("99999999999999999999"), "99999999999999999999"),
                row("BigInt", "-9223372036854775808", Long.MIN_VALUE),
                row("BigInt", Long.MAX_VALUE, Long.MAX_VALUE),
                row("Decimal", "19.90", new BigDecimal("19.90")),
                row("Decimal", 5L, new BigDecimal("5")),
                row("Decimal", new BigDecimal("1E+3"), new BigDecimal("1E+3")),
                row("UUID", UUID_TEXT, UUID.fromString(UUID_TEXT)),
                row("DateTime", "2026-01-31T12:00:00.5+02:00", OffsetDateTime.parse("2026-01-31T12:00:00.5+02:00")),
                row("DateTime", "2026-01-31t12:00:00z", OffsetDateTime.parse("2026-01-31T12:00:00Z")),
                row("LocalDateTime", "2026-01-31T12:00:00.000001", LocalDateTime.parse("2026-01-31T12:00:00.000001")),
                row("Date", "2024-02-29", LocalDate.of(2024, 2, 29)),
                row("Time", "23:59:59.999999", LocalTime.parse("23:59:59.999999")),
                row("Duration", "PT90M", "PT1H30M"),
                row(
                        "JSON",
                        Map.of("a", Arrays.asList(1L, null, new BigDecimal("1.50"), "x\"", false)),
                        "{\"a\":[1,null,1.50,\"x\\\"\",false]}"),
                row("JSON", "text", "\"text\""));
    }

    static List<Arguments> refused() {
        return List.of(
                row("Int", "1", "an Int as an integer of 32 bits, got \"1\""),
                row("Int", 2147483648L, "got 2147483648"),
                row("Int", new BigDecimal("1.5"), "got 1.5"),
                row("Int", new BigDecimal("1E+2147483647"), "got 1E+2147483647"),
                row("Int", true, "got true"),
                row("Float", "1.5", "a Float"),
                row("Float", new BigDecimal("1e400"), "a Float"),
                row("String", 1L, "expected a String, got 1"),
                row("String", "a\u0000", "without the character U+0000, got \"a\\u0000\""),
                row("String", "\ud800", "surrogate"),
                row("String", List.of("a"), "got [\"a\"]"),
                row("Boolean", "true", "a Boolean"),
                row("Boolean", 1L, "a Boolean"),
                row("ID", new BigDecimal("1.5"), "an ID"),
                row("ID", true, "an ID"),
                row("BigInt", "12x", "expected a BigInt as a string or an integer of 64 bits, got \"12x\""),
                row("BigInt", "9223372036854775808", "a BigInt"),
                row("BigInt", new BigInteger("9223372036854775808"), "a BigInt"),
                row("BigInt", "", "a BigInt"),
                row("Decimal", "1e", "a Decimal"),
                row("Decimal", "NaN", "a Decimal"),
                row("Decimal", new BigDecimal("1e1000"), "a Decimal"),
                row("Decimal", new BigDecimal("1e-1001"), "a Decimal"),
                row("Decimal", "1e9999", "a Decimal"),
                row("Decimal", true, "a Decimal"),
                row("UUID", "a0eebc999c0b4ef8bb6d6bb9bd380a11", "a UUID"),
                row("UUID", "1-1-1-1-1", "a UUID"),
                row("DateTime", "2026-01-31T12:00:00", "a DateTime with an offset"),
                row("DateTime", "2026-01-31T12:00:00.1234567Z", "at most microseconds"),
                row("DateTime", "2026-02-30T12:00:00Z", "a DateTime"),
                row("DateTime", "0000-12-31T23:00:00-05:00", "a DateTime"),
                row("DateTime", "9999-12-31T23:00:00-05:00", "a DateTime"),
                row("DateTime", 1L, "a DateTime"),
                row("LocalDateTime", "2026-01-31T12:00:00Z", "a LocalDateTime"),
                row("LocalDateTime", "0000-01-31T12:00:00", "a LocalDateTime"),
                row("Date", "2023-02-29", "a Date"),
                row("Date", "2026-1-1", "a Date"),
                row("Time", "24:00:00", "a Time"),
                row("Time", "12:00", "a Time"),
                row("Duration", "1 day", "a Duration"),
                row("Duration", "PT0.1234567S", "a Duration"),
                row("JSON", List.of("\u0000"), "U+0000"),
                row("JSON", Map.of("\ud800", 1L), "surrogate"),
                row("JSON", List.of(new BigDecimal("1e9999")), "1000 digits"),
                row("Bytes", "a", "base64"),
                row("Bytes", "aGk*", "base64"),
                row("Bytes", 1L, "base64"));
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String scalar, Object value, Object expected) {
        assertThat(coerce(scalar, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String scalar, Object value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coerce(scalar, value))
                .withMessageContaining(message);
    }

    @Test
    void bytesAreDecoded() {
        assertThat((byte[]) coerce("Bytes", "AP8=")).containsExactly(0, -1);
    }

    @Test
    void aLongValueIsClipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coerce("Int", "x".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(140).endsWith("…"));
    }

    @Test
    void everyScalarHasATypeAndACodec() {
        assertThat(CATALOG.names())
                .startsWith("ID", "Int", "Float", "String", "Boolean")
                .hasSizeGreaterThan(35);
        for (String name : CATALOG.names()) {
            ScalarType type = CATALOG.type(name);
            assertThat(type.name()).isEqualTo(name);
            assertThat(type.description()).endsWith(".");
            assertThat(CATALOG.codec(name)).isNotNull();
        }
        assertThat(CATALOG.type("Email").type()).isEqualTo(ColumnType.TEXT);
        assertThat(CATALOG.type("Email").validated()).isTrue();
        assertThat(CATALOG.type("Nothing")).isNull();
        assertThat(CATALOG.codec("Nothing")).isNull();
    }

    @Property
    void codecsRefuseOnlyWithIllegalArgument(@ForAll String text, @ForAll long number) {
        for (String name : CATALOG.names()) {
            for (Object value : List.of(text, number, BigDecimal.valueOf(number, (int) number), List.of(text))) {
                try {
                    assertThat(coerce(name, value)).isNotNull();
                } catch (IllegalArgumentException e) {
                    assertThat(e.getMessage()).startsWith("expected ").hasSizeLessThan(260);
                }
            }
        }
    }

    static Object coerce(String scalar, Object value) {
        return CATALOG.codec(scalar).coerce(value);
    }

    private static Arguments row(String scalar, Object value, Object expected) {
        return Arguments.of(scalar, value, expected);
    }
}
