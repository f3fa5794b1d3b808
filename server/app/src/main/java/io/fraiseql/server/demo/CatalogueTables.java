package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.DATE;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.TEXT;
import static io.fraiseql.spi.database.ColumnType.UUID;

import java.time.LocalDate;
import java.util.List;

/** Publishers, categories, authors, and who wrote what. */
final class CatalogueTables {

    static final int PUBLISHERS = 200;
    static final int CATEGORIES = 120;
    private static final int AUTHORS = 2_000;
    private static final int AUTHORS_WITH_BOOKS = 1_900;
    private static final int BOOKS_WITH_AUTHORS = 4_900;
    private static final int SHARES = 8_000;

    private CatalogueTables() {}

    static DemoTable publisher() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("publisher_id", INT),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("country_id", TEXT),
                DemoColumn.of("founded", DATE),
                DemoColumn.of("group", TEXT),
                DemoColumn.of("website", TEXT));
        return new DemoTable("publisher", columns, PUBLISHERS, CatalogueTables::publisherRow);
    }

    static DemoTable category() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("category_id", INT),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("parent_id", INT),
                DemoColumn.of("position", INT));
        return new DemoTable("category", columns, CATEGORIES, CatalogueTables::categoryRow);
    }

    static DemoTable author() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("author_id", INT),
                DemoColumn.of("public_id", UUID),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("email", TEXT),
                DemoColumn.of("born", DATE),
                DemoColumn.of("died", DATE),
                DemoColumn.of("country_id", TEXT),
                DemoColumn.of("mentor_id", INT),
                DemoColumn.of("aliases", TEXT).list(),
                DemoColumn.of("biography", TEXT));
        return new DemoTable("author", columns, AUTHORS, CatalogueTables::authorRow);
    }

    static DemoTable bookAuthor() {
        List<DemoColumn> columns = List.of(DemoColumn.of("book_id", INT), DemoColumn.of("author_id", INT));
        return new DemoTable("book_author", columns, SHARES, CatalogueTables::bookAuthorRow);
    }

    private static Object[] publisherRow(int row) {
        Draw draw = new Draw("publisher", row);
        String name = draw.pick(Words.ADJECTIVES) + " " + draw.pick(Words.NOUNS);
        return new Object[] {
            row + 1,
            name + (row % 2 == 0 ? " Press" : " Éditions"),
            row % 9 == 4 ? null : PlaceTables.countryCode(draw),
            row == 0 ? LocalDate.of(1, 1, 1) : draw.orNull(20, () -> draw.date(1600, 2020)),
            draw.orNull(60, () -> "Group " + (char) ('A' + draw.number(0, 5))),
            draw.orNull(30, () -> "https://publisher" + (row + 1) + ".example")
        };
    }

    /** Ten roots, each with three children, each of those with nearly three. */
    private static Object[] categoryRow(int row) {
        Draw draw = new Draw("category", row);
        Integer parent = row < 10 ? null : row < 40 ? (row - 10) / 3 + 1 : (row - 40) / 3 + 11;
        return new Object[] {
            row + 1, draw.pick(Words.ADJECTIVES) + " " + draw.pick(Words.NOUNS) + "s", parent, draw.number(-2, 3)
        };
    }

    private static Object[] authorRow(int row) {
        Draw draw = new Draw("author", row);
        String name = draw.pick(Words.FIRST_NAMES) + " " + draw.pick(Words.LAST_NAMES);
        LocalDate born = draw.orNull(10, () -> draw.date(1800, 2000));
        LocalDate died = born == null || born.getYear() > 1940 ? null : born.plusDays(draw.number(9_000, 30_000));
        return new Object[] {
            row + 1,
            draw.uuid(),
            name,
            draw.orNull(40, () -> "author" + (row + 1) + "@bookshop.example"),
            born,
            died,
            row % 11 == 5 ? null : PlaceTables.countryCode(draw),
            row < 20 || draw.chance(40) ? null : draw.number(1, row),
            draw.some(Words.LAST_NAMES, 0, 3),
            draw.orNull(50, () -> name + " writes about the " + draw.pick(Words.NOUNS) + ". 📚")
        };
    }

    private static Object[] bookAuthorRow(int row) {
        int book = row % BOOKS_WITH_AUTHORS;
        Draw draw = new Draw("book_author", book);
        int first = draw.number(0, AUTHORS_WITH_BOOKS - 1);
        int second = (first + draw.number(1, 500)) % AUTHORS_WITH_BOOKS;
        return new Object[] {book + 1, (row < BOOKS_WITH_AUTHORS ? first : second) + 1};
    }
}
