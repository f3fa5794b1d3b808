package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.DATE;
import static io.fraiseql.spi.database.ColumnType.DURATION;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.JSON;
import static io.fraiseql.spi.database.ColumnType.LOCAL_DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;
import static io.fraiseql.spi.database.ColumnType.TIME;

import java.time.LocalTime;
import java.util.List;

/** Editions, warehouses, and the copies of each edition in each warehouse. */
final class StockTables {

    private static final int EDITIONS = 6_500;
    private static final int WAREHOUSES = 12;
    private static final int STOCKS = 4_000;

    private StockTables() {}

    static DemoTable edition() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("book_id", INT),
                DemoColumn.of("number", INT),
                DemoColumn.of("released", DATE),
                DemoColumn.decimal("price", 10, 2),
                DemoColumn.of("note", TEXT));
        return new DemoTable("edition", columns, EDITIONS, StockTables::editionRow);
    }

    static DemoTable warehouse() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("warehouse_id", INT),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("opens", TIME),
                DemoColumn.of("closes", TIME),
                DemoColumn.of("handling", DURATION),
                DemoColumn.of("location", JSON));
        return new DemoTable("warehouse", columns, WAREHOUSES, StockTables::warehouseRow);
    }

    static DemoTable stock() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("warehouse_id", INT),
                DemoColumn.of("book_id", INT),
                DemoColumn.of("edition_number", INT),
                DemoColumn.of("quantity", INT),
                DemoColumn.of("counted_at", LOCAL_DATETIME));
        return new DemoTable("stock", columns, STOCKS, StockTables::stockRow);
    }

    private static Object[] editionRow(int row) {
        Draw draw = new Draw("edition", row);
        return new Object[] {
            row % BookTable.BOOKS + 1,
            row / BookTable.BOOKS + 1,
            draw.orNull(10, () -> draw.date(1950, 2025)),
            draw.decimal(299, 7_999, 2),
            draw.orNull(80, () -> draw.pick(Words.SENTENCES))
        };
    }

    private static Object[] warehouseRow(int row) {
        Draw draw = new Draw("warehouse", row);
        String city = Words.CITIES.get(row);
        return new Object[] {
            row + 1,
            "Warehouse " + city,
            row == 0 ? LocalTime.MIDNIGHT : LocalTime.of(draw.number(5, 9), draw.number(0, 3) * 15),
            row == 1
                    ? LocalTime.of(23, 59, 59, 999_999_000)
                    : draw.orNull(20, () -> LocalTime.of(draw.number(16, 22), 30)),
            "P" + (row + 1) + "DT" + draw.number(1, 20) + "H",
            "{\"lat\": " + draw.decimal(-9_000, 9_000, 2) + ", \"lon\": " + draw.decimal(-18_000, 18_000, 2)
                    + ", \"city\": \"" + city + "\"}"
        };
    }

    /** Every other edition, twice for the first thousand, never twice in the same warehouse. */
    private static Object[] stockRow(int row) {
        Draw draw = new Draw("stock", row);
        int edition = row % 3_000 * 2 + 1;
        return new Object[] {
            (edition * 5 + row / 3_000 * 3) % WAREHOUSES + 1,
            edition % BookTable.BOOKS + 1,
            edition / BookTable.BOOKS + 1,
            draw.number(-3, 60),
            draw.orNull(25, draw::moment)
        };
    }
}
