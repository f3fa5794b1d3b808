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

import java.math.BigDecimal;
import java.util.List;

/** Books: most scalars in one table. */
final class BookTable {

    static final int BOOKS = 5_000;
    static final List<String> FORMATS = List.of("HARDCOVER", "PAPERBACK", "EBOOK", "AUDIO");

    private static final List<BigDecimal> PRICES = List.of(
            new BigDecimal("4.99"),
            new BigDecimal("9.90"),
            new BigDecimal("12.00"),
            new BigDecimal("14.95"),
            new BigDecimal("19.99"),
            new BigDecimal("20.00"),
            new BigDecimal("20.40"),
            new BigDecimal("35.50"));

    private BookTable() {}

    static DemoTable book() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("book_id", INT),
                DemoColumn.of("isbn", TEXT),
                DemoColumn.of("title", TEXT),
                DemoColumn.of("subtitle", TEXT),
                DemoColumn.of("publisher_id", INT),
                DemoColumn.of("category_id", INT),
                DemoColumn.enumeration("format", "book_format"),
                DemoColumn.decimal("price", 10, 2),
                DemoColumn.decimal("exact_cost", 30, 10),
                DemoColumn.of("pages", INT),
                DemoColumn.of("rating", FLOAT),
                DemoColumn.of("copies_sold", BIGINT),
                DemoColumn.of("in_print", BOOLEAN),
                DemoColumn.of("published", DATE),
                DemoColumn.of("reading_time", DURATION),
                DemoColumn.of("tags", TEXT).list(),
                DemoColumn.of("attributes", JSON),
                DemoColumn.of("cover", BYTES),
                DemoColumn.of("added_at", DATETIME),
                DemoColumn.of("updated_at", LOCAL_DATETIME),
                DemoColumn.of("shelfMark", TEXT));
        return new DemoTable("book", columns, BOOKS, BookTable::row);
    }

    private static Object[] row(int row) {
        Draw draw = new Draw("book", row);
        return new Object[] {
            row + 1,
            "978-" + String.format("%09d", row * 7919L % 1_000_000_000L),
            title(draw, row),
            draw.orNull(70, () -> "A " + draw.pick(Words.NOUNS) + " story"),
            draw.number(1, CatalogueTables.PUBLISHERS - 10),
            draw.orNull(10, () -> draw.number(1, CatalogueTables.CATEGORIES)),
            draw.pick(FORMATS),
            row == 99 ? new BigDecimal("-1.00") : row == 100 ? new BigDecimal("99999999.99") : draw.pick(PRICES),
            draw.orNull(30, () -> new BigDecimal("12345678901234567890")
                    .add(draw.decimal(0, 999_999_999_999L, 10))
                    .setScale(10)),
            draw.orNull(10, () -> draw.number(16, 1_200)),
            draw.orNull(25, () -> draw.number(2, 20) / 4.0),
            draw.chance(40) ? 0L : draw.big(1, 50) * 1_000,
            draw.chance(80),
            draw.orNull(10, () -> draw.date(1850, 2025)),
            draw.orNull(20, () -> duration(draw.number(60, 90_000))),
            draw.orNull(15, () -> draw.some(Words.TAGS, 0, 5)),
            draw.orNull(25, () -> attributes(draw)),
            draw.orNull(60, () -> draw.bytes(draw.number(0, 24))),
            draw.instant(),
            draw.orNull(30, draw::moment),
            draw.orNull(50, () -> (char) ('A' + draw.number(0, 25)) + "-" + draw.number(1, 99))
        };
    }

    private static String title(Draw draw, int row) {
        String title = "The " + draw.pick(Words.ADJECTIVES) + " " + draw.pick(Words.NOUNS);
        return row < Words.ODD_TITLES.size() ? Words.ODD_TITLES.get(row) : title;
    }

    /** An ISO 8601 duration of hours, minutes and seconds. */
    static String duration(int seconds) {
        return java.time.Duration.ofSeconds(seconds).toString();
    }

    /** An object with its keys in the order that PostgreSQL's jsonb keeps: by length, then by bytes. */
    private static String attributes(Draw draw) {
        String language = draw.pick(List.of("en", "fr", "de", "日本"));
        int width = draw.number(90, 300);
        String dimensions = "{\"width\": " + width + ", \"height\": " + (width + 60) + "}";
        String awards = draw.chance(30) ? "[\"Booker\", \"Hugo\"]" : draw.chance(50) ? "[\"Hugo\"]" : "[]";
        String weight = draw.decimal(100, 2_000, 1).toPlainString();
        String signed = draw.chance(50) ? ", \"signed\": " + draw.chance(50) : "";
        return "{\"lang\": \"" + language + "\", \"awards\": " + awards + signed + ", \"weight\": " + weight
                + ", \"dimensions\": " + dimensions + "}";
    }
}
