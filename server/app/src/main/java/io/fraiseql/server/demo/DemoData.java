package io.fraiseql.server.demo;

import java.util.List;

/** The content of the demo bookshop: the same values on every machine, JDK and dialect. Stateless; any thread. */
public final class DemoData {

    private DemoData() {}

    /** The tables with their rows, in an order in which foreign keys find their targets. */
    public static List<DemoTable> tables() {
        return List.of(
                PlaceTables.country(),
                CatalogueTables.publisher(),
                CatalogueTables.category(),
                CatalogueTables.author(),
                BookTable.book(),
                CatalogueTables.bookAuthor(),
                StockTables.edition(),
                StockTables.warehouse(),
                StockTables.stock(),
                CustomerTables.customer(),
                PlaceTables.address(),
                OrderTables.order(),
                OrderTables.orderLine(),
                CustomerTables.review(),
                SpecimenTable.specimen());
    }
}
