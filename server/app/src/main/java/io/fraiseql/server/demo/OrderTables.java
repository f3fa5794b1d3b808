package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.BOOLEAN;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.TEXT;
import static io.fraiseql.spi.database.ColumnType.UUID;

import java.time.OffsetDateTime;
import java.util.List;

/** Orders and their lines. */
final class OrderTables {

    private static final int ORDERS = 6_000;
    private static final int ORDERS_WITH_LINES = 5_900;
    private static final int LINES = 10_000;
    private static final int CUSTOMERS_WITH_ORDERS = 2_800;
    private static final long FIRST_ORDER = 9_000_000_000L;
    private static final List<String> STATUSES = List.of("NEW", "PAID", "SHIPPED", "DELIVERED", "CANCELLED");

    private OrderTables() {}

    static DemoTable order() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("order_id", BIGINT),
                DemoColumn.of("customer_id", UUID),
                DemoColumn.of("billing_address_id", INT),
                DemoColumn.of("shipping_address_id", INT),
                DemoColumn.enumeration("status", "order_status"),
                DemoColumn.of("gift", BOOLEAN),
                DemoColumn.decimal("total", 12, 2),
                DemoColumn.of("placed_at", DATETIME),
                DemoColumn.of("shipped_at", DATETIME),
                DemoColumn.of("from", TEXT));
        return new DemoTable("order", columns, ORDERS, OrderTables::orderRow);
    }

    static DemoTable orderLine() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("order_id", BIGINT),
                DemoColumn.of("line_number", INT),
                DemoColumn.of("book_id", INT),
                DemoColumn.of("quantity", INT),
                DemoColumn.decimal("unit_price", 10, 2),
                DemoColumn.decimal("discount", 4, 3));
        return new DemoTable("order_line", columns, LINES, OrderTables::lineRow);
    }

    private static Object[] orderRow(int row) {
        Draw draw = new Draw("order", row);
        int customer = draw.number(0, CUSTOMERS_WITH_ORDERS - 1);
        boolean secondAddress = customer + CustomerTables.CUSTOMERS < PlaceTables.ADDRESSES && draw.chance(50);
        int other = secondAddress ? customer + CustomerTables.CUSTOMERS : customer;
        String status = draw.pick(STATUSES);
        OffsetDateTime placed = draw.instant();
        boolean shipped = status.equals("SHIPPED") || status.equals("DELIVERED");
        return new Object[] {
            FIRST_ORDER + row,
            CustomerTables.customerId(customer),
            draw.orNull(20, () -> other + 1),
            customer + 1,
            status,
            draw.orNull(30, () -> draw.chance(40)),
            draw.chance(10) ? draw.decimal(2_000, 2_000, 2) : draw.decimal(-1_000, 30_000, 2),
            placed,
            shipped ? placed.plusSeconds(draw.number(3_600, 900_000)) : null,
            draw.orNull(40, () -> draw.pick(List.of("web", "app", "shop", "téléphone")))
        };
    }

    private static Object[] lineRow(int row) {
        Draw draw = new Draw("order_line", row);
        return new Object[] {
            FIRST_ORDER + row % ORDERS_WITH_LINES,
            row / ORDERS_WITH_LINES + 1,
            draw.number(1, BookTable.BOOKS - 500),
            draw.number(1, 4),
            draw.decimal(299, 4_999, 2),
            draw.orNull(70, () -> draw.decimal(0, 500, 3))
        };
    }
}
