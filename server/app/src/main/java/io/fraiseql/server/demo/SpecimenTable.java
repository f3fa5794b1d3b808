package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.BOOLEAN;
import static io.fraiseql.spi.database.ColumnType.BYTES;
import static io.fraiseql.spi.database.ColumnType.DATE;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.DURATION;
import static io.fraiseql.spi.database.ColumnType.FLOAT;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.JSON;
import static io.fraiseql.spi.database.ColumnType.LOCAL_DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;
import static io.fraiseql.spi.database.ColumnType.TIME;
import static io.fraiseql.spi.database.ColumnType.UUID;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** One column of every scalar, all nullable, with the least, the greatest and the odd values. */
final class SpecimenTable {

    private static final int ORDINARY = 53;

    private SpecimenTable() {}

    static DemoTable specimen() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("specimen_id", INT),
                DemoColumn.of("an_int", INT),
                DemoColumn.of("a_bigint", BIGINT),
                DemoColumn.of("a_float", FLOAT),
                DemoColumn.decimal("a_decimal", 12, 4),
                DemoColumn.decimal("a_big_decimal", 38, 10),
                DemoColumn.of("a_text", TEXT),
                DemoColumn.of("a_boolean", BOOLEAN),
                DemoColumn.of("a_uuid", UUID),
                DemoColumn.of("a_datetime", DATETIME),
                DemoColumn.of("a_local_datetime", LOCAL_DATETIME),
                DemoColumn.of("a_date", DATE),
                DemoColumn.of("a_time", TIME),
                DemoColumn.of("a_duration", DURATION),
                DemoColumn.of("a_json", JSON),
                DemoColumn.of("some_bytes", BYTES),
                DemoColumn.enumeration("a_format", "book_format"),
                DemoColumn.of("some_texts", TEXT).list(),
                DemoColumn.of("some_ints", INT).list(),
                DemoColumn.enumeration("some_formats", "book_format").list());
        List<Object[]> special = List.of(nothing(), least(), greatest(), zero(), odd(), spaced(), nested());
        return new DemoTable(
                "specimen",
                columns,
                special.size() + ORDINARY,
                row -> row < special.size() ? special.get(row) : ordinary(row));
    }

    private static Object[] nothing() {
        Object[] row = new Object[20];
        row[0] = 1;
        return row;
    }

    private static Object[] least() {
        return new Object[] {
            2,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            -1.7976931348623157E308,
            new BigDecimal("-99999999.9999"),
            new BigDecimal("-9999999999999999999999999999.9999999999"),
            "",
            false,
            new java.util.UUID(0, 0),
            OffsetDateTime.parse("0001-01-01T00:00:00Z"),
            LocalDateTime.parse("0001-01-01T00:00:00"),
            LocalDate.of(1, 1, 1),
            LocalTime.MIDNIGHT,
            "PT0S",
            "{}",
            new byte[0],
            "HARDCOVER",
            List.of(),
            List.of(),
            List.of()
        };
    }

    private static Object[] greatest() {
        return new Object[] {
            3,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            1.7976931348623157E308,
            new BigDecimal("99999999.9999"),
            new BigDecimal("9999999999999999999999999999.9999999999"),
            "\uDBFF\uDFFD",
            true,
            new java.util.UUID(-1, -1),
            OffsetDateTime.parse("9999-12-31T23:59:59.999999Z"),
            LocalDateTime.parse("9999-12-31T23:59:59.999999"),
            LocalDate.of(9999, 12, 31),
            LocalTime.parse("23:59:59.999999"),
            "P1Y2M3DT4H5M6.7S",
            "[]",
            new byte[] {-1, 0, 127},
            "AUDIO",
            List.of("z"),
            List.of(Integer.MAX_VALUE, Integer.MIN_VALUE),
            List.of("AUDIO", "HARDCOVER")
        };
    }

    private static Object[] zero() {
        return new Object[] {
            4,
            0,
            0L,
            0.0,
            new BigDecimal("0.0000"),
            new BigDecimal("0.0000000000"),
            "0",
            false,
            new java.util.UUID(0x4000, 0),
            OffsetDateTime.parse("1970-01-01T00:00:00Z"),
            LocalDateTime.parse("1970-01-01T00:00:00"),
            LocalDate.EPOCH,
            LocalTime.NOON,
            "PT1S",
            "{\"zero\": 0}",
            new byte[] {0},
            "EBOOK",
            List.of(""),
            List.of(0),
            List.of("EBOOK")
        };
    }

    private static Object[] odd() {
        return new Object[] {
            5,
            -1,
            9_007_199_254_740_993L,
            5.0E-324,
            new BigDecimal("19.9900"),
            new BigDecimal("0.0000000001"),
            "null",
            true,
            java.util.UUID.fromString("abcdefab-cdef-4abc-8def-abcdefabcdef"),
            OffsetDateTime.parse("2024-02-29T12:00:00.000001Z"),
            LocalDateTime.parse("2024-02-29T12:00:00.000001"),
            LocalDate.of(2024, 2, 29),
            LocalTime.parse("12:00:00.000001"),
            "PT36H0.5S",
            "{\"é\": \"😀\", \"null\": null}",
            "čau".getBytes(StandardCharsets.UTF_8),
            "PAPERBACK",
            List.of("a", "a", "é", "NULL", "with \"quotes\", comma"),
            List.of(1, 1, -1),
            List.of("PAPERBACK", "PAPERBACK")
        };
    }

    private static Object[] spaced() {
        return new Object[] {
            6,
            1,
            -1L,
            0.1,
            new BigDecimal("20.4000"),
            new BigDecimal("123456789.1234567890"),
            " \t\r\n",
            null,
            null,
            OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"),
            LocalDateTime.parse("1969-12-31T23:59:59.999999"),
            LocalDate.of(1969, 12, 31),
            LocalTime.parse("00:00:00.000001"),
            "P1D",
            "[1, \"two\", null, {\"three\": [4]}]",
            new byte[] {10, 13},
            null,
            List.of("{}", "[]", ","),
            List.of(),
            null
        };
    }

    private static Object[] nested() {
        return new Object[] {
            7,
            1,
            1L,
            1.0E21,
            new BigDecimal("-0.0001"),
            new BigDecimal("1.0000000000"),
            "\u0001 control",
            null,
            null,
            OffsetDateTime.parse("2000-01-01T00:00:00Z"),
            null,
            null,
            null,
            "P1M",
            "{\"a\": {\"b\": {\"c\": [1, 2.50, 1e3]}}, \"tags\": [\"x\", \"y\"]}".replace("1e3", "1000"),
            null,
            null,
            List.of("%", "_", "\\", "'"),
            List.of(7),
            List.of("EBOOK", "AUDIO")
        };
    }

    private static Object[] ordinary(int row) {
        Draw draw = new Draw("specimen", row);
        return new Object[] {
            row + 1,
            draw.orNull(20, () -> draw.number(-10, 10)),
            draw.orNull(20, () -> draw.big(-5_000_000_000L, 5_000_000_000L)),
            draw.orNull(20, () -> draw.number(-1_000, 1_000) / 8.0),
            draw.orNull(20, () -> draw.decimal(-1_000_000, 1_000_000, 4)),
            draw.orNull(20, () -> draw.decimal(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4, 10)),
            draw.orNull(20, () -> draw.pick(Words.ODD_TITLES)),
            draw.orNull(30, () -> draw.chance(50)),
            draw.orNull(30, draw::uuid),
            draw.orNull(20, draw::preciseInstant),
            draw.orNull(20, draw::moment),
            draw.orNull(20, () -> draw.date(1900, 2030)),
            draw.orNull(20, () -> LocalTime.of(draw.number(0, 23), draw.number(0, 59), draw.number(0, 59))),
            draw.orNull(20, () -> BookTable.duration(draw.number(1, 500_000))),
            draw.orNull(
                    20, () -> "{\"n\": " + draw.number(0, 3) + ", \"kind\": \"" + draw.pick(BookTable.FORMATS) + "\"}"),
            draw.orNull(30, () -> draw.bytes(draw.number(0, 8))),
            draw.orNull(20, () -> draw.pick(BookTable.FORMATS)),
            draw.orNull(20, () -> draw.some(Words.TAGS, 0, 4)),
            draw.orNull(20, () -> List.of(draw.number(0, 3), draw.number(-3, 0))),
            draw.orNull(20, () -> draw.some(BookTable.FORMATS, 0, 3))
        };
    }
}
