package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.oracle.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Few values of each scalar, so that they meet: ties, ends of ranges, signs that mean something to a database. */
final class Pool {

    static final int SCALE = 3;

    private Pool() {}

    static List<?> of(Scalar scalar) {
        return switch (scalar) {
            case INT -> List.of(0L, 1L, 2L, 3L, -1L, 7L, 2147483647L, -2147483648L);
            case BIGINT -> List.of(0L, 1L, 2L, -5L, 9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE);
            case FLOAT -> List.of(0.0, 1.0, 0.1, -2.25, 1e300, 1e-300, 123456789.125, 1e7, 12345678.9, -1e21);
            case DECIMAL -> decimals();
            case STRING -> texts();
            case BOOLEAN -> List.of(true, false);
            case UUID -> uuids();
            case DATE -> List.of(date("2024-02-29"), date("1970-01-01"), date("1582-10-10"), date("9999-12-31"));
            case TIME -> List.of(LocalTime.MIDNIGHT, time("12:30:00.5"), time("23:59:59.999999"), time("07:00:01"));
            case LOCALDATETIME -> localDateTimes();
            case DATETIME -> instants();
            case BYTES -> List.of("", "AP8=", "YWJj", "JyI7");
            case JSON -> json();
            case MOOD -> AuthoredTypes.MOODS.stream().map(AuthoredTypes::name).toList();
            case TEXTS -> lists();
        };
    }

    private static List<BigDecimal> decimals() {
        return List.of(
                new BigDecimal("0.000"),
                new BigDecimal("19.990"),
                new BigDecimal("20.400"),
                new BigDecimal("-0.005"),
                new BigDecimal("100.000"),
                new BigDecimal("999999999.999"));
    }

    static List<String> texts() {
        return List.of(
                "",
                "a",
                "A",
                "b",
                "ab",
                "aB",
                "B",
                "é",
                "É",
                "e\u0301",
                "%",
                "_",
                "\\",
                "a%b",
                "a_b",
                "a\\b",
                "'",
                "\"",
                "😀",
                "\uFFFD",
                " ",
                " a",
                "null",
                "zz",
                "x\ny",
                "a'; DROP TABLE stone; --",
                "日本",
                "10",
                "9",
                "$$",
                "?");
    }

    private static List<UUID> uuids() {
        return List.of(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                UUID.fromString("7fffffff-ffff-ffff-ffff-ffffffffffff"),
                UUID.fromString("80000000-0000-0000-8000-000000000000"),
                UUID.fromString("abcdefab-cdef-4bcd-afab-cdefabcdefab"),
                UUID.fromString("12345678-1234-4234-9234-123456789012"));
    }

    private static List<LocalDateTime> localDateTimes() {
        return List.of(
                LocalDateTime.parse("2026-01-31T12:00:00"),
                LocalDateTime.parse("2026-01-31T12:00:00.000001"),
                LocalDateTime.parse("1969-12-31T23:59:59.999999"),
                LocalDateTime.parse("0001-01-01T00:00:00"),
                LocalDateTime.parse("9999-12-31T23:59:59.5"));
    }

    private static List<Instant> instants() {
        return List.of(
                Instant.parse("2026-01-31T12:00:00Z"),
                Instant.parse("2026-01-31T12:00:00.100000Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("1900-01-01T00:00:00Z"));
    }

    private static List<JsonNode> json() {
        return Stream.of(
                        "{}",
                        "[]",
                        "1",
                        "1.5",
                        "\"a\"",
                        "true",
                        "[1]",
                        "[1,\"a\",null]",
                        "[[1]]",
                        "[{\"a\":1}]",
                        "{\"a\":1}",
                        "{\"a\":1,\"b\":[1,2]}",
                        "{\"a\":{\"b\":\"é\"}}",
                        "{\"a\":null}")
                .map(Pool::tree)
                .toList();
    }

    private static List<JsonNode> lists() {
        return Stream.of(
                        "[]",
                        "[\"a\"]",
                        "[\"a\",\"b\"]",
                        "[\"b\",\"a\",\"a\"]",
                        "[\"é,\",\"{}\",\"\\\"\"]",
                        "[\"null\"]")
                .map(Pool::tree)
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
