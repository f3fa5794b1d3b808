package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.BOOLEAN;
import static io.fraiseql.spi.database.ColumnType.DATE;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.JSON;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.spi.database.ColumnType;
import java.util.List;
import java.util.UUID;

/** Customers and what they say of books. */
final class CustomerTables {

    static final int CUSTOMERS = 3_000;
    private static final int REVIEWS = 4_000;

    private CustomerTables() {}

    static DemoTable customer() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("customer_id", ColumnType.UUID),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("email", TEXT),
                DemoColumn.of("active", BOOLEAN),
                DemoColumn.of("birthday", DATE),
                DemoColumn.of("loyalty_points", BIGINT),
                DemoColumn.decimal("balance", 12, 2),
                DemoColumn.of("interests", TEXT).list(),
                DemoColumn.of("preferences", JSON),
                DemoColumn.of("joined_at", DATETIME));
        return new DemoTable("customer", columns, CUSTOMERS, CustomerTables::customerRow);
    }

    static DemoTable review() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("review_id", INT),
                DemoColumn.of("book_id", INT),
                DemoColumn.of("customer_id", ColumnType.UUID),
                DemoColumn.of("stars", INT),
                DemoColumn.of("body", TEXT),
                DemoColumn.of("helpful", INT),
                DemoColumn.of("created_at", DATETIME));
        return new DemoTable("review", columns, REVIEWS, CustomerTables::reviewRow);
    }

    /** The key of a customer, from 0. */
    static UUID customerId(int customer) {
        return new Draw("customer_id", customer).uuid();
    }

    private static Object[] customerRow(int row) {
        Draw draw = new Draw("customer", row);
        return new Object[] {
            customerId(row),
            draw.pick(Words.FIRST_NAMES) + " " + draw.pick(Words.LAST_NAMES),
            "customer" + (row + 1) + "@mail.example",
            draw.orNull(10, () -> draw.chance(85)),
            draw.orNull(30, () -> draw.date(1930, 2010)),
            loyaltyPoints(draw, row),
            draw.decimal(-50_000, 500_000, 2),
            draw.some(Words.TAGS, 0, 4),
            draw.orNull(30, () -> preferences(draw)),
            draw.instant()
        };
    }

    private static long loyaltyPoints(Draw draw, int row) {
        long points = draw.chance(30) ? 0 : draw.big(-500, 100_000);
        return row == 0 ? Long.MAX_VALUE : row == 1 ? Long.MIN_VALUE : row == 2 ? 9_007_199_254_740_993L : points;
    }

    private static String preferences(Draw draw) {
        return "{\"theme\": \"" + (draw.chance(50) ? "dark" : "light") + "\", \"newsletter\": " + draw.chance(50) + "}";
    }

    /** The last hundred books have no review. */
    private static Object[] reviewRow(int row) {
        Draw draw = new Draw("review", row);
        return new Object[] {
            row + 1,
            draw.number(1, BookTable.BOOKS - 100),
            draw.orNull(10, () -> customerId(draw.number(0, CUSTOMERS - 1))),
            draw.number(1, 5),
            draw.orNull(20, () -> draw.pick(Words.SENTENCES)),
            draw.chance(50) ? 0 : draw.number(-20, 300),
            draw.preciseInstant()
        };
    }
}
