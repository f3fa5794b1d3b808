package io.fraiseql.server.demo;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.INT;
import static io.fraiseql.spi.database.ColumnType.TEXT;
import static io.fraiseql.spi.database.ColumnType.UUID;

import java.math.BigDecimal;
import java.util.List;

/** Countries and addresses. */
final class PlaceTables {

    static final int ADDRESSES = 4_500;

    private static final List<String> CODES = List.of(
            "AT", "AU", "BE", "BR", "CA", "CH", "CN", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IN",
            "IS", "IT", "JP", "MA", "NL", "NO", "PL", "PT", "SE", "TR", "US", "ZA");
    private static final List<String> NAMES = List.of(
            "Austria",
            "Australia",
            "Belgium",
            "Brazil",
            "Canada",
            "Switzerland",
            "China",
            "Czechia",
            "Germany",
            "Denmark",
            "Spain",
            "Finland",
            "France",
            "United Kingdom",
            "Greece",
            "Hungary",
            "Ireland",
            "India",
            "Iceland",
            "Italy",
            "Japan",
            "Morocco",
            "Netherlands",
            "Norway",
            "Poland",
            "Portugal",
            "Sweden",
            "Türkiye",
            "United States",
            "South Africa");

    private PlaceTables() {}

    static DemoTable country() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("code", TEXT),
                DemoColumn.of("name", TEXT),
                DemoColumn.of("population", BIGINT),
                DemoColumn.decimal("vat", 5, 3));
        return new DemoTable("country", columns, CODES.size(), PlaceTables::countryRow);
    }

    /** The code of a country that something can belong to: the last two countries belong to nothing. */
    static String countryCode(Draw draw) {
        return CODES.get(draw.number(0, CODES.size() - 3));
    }

    static DemoTable address() {
        List<DemoColumn> columns = List.of(
                DemoColumn.of("address_id", INT),
                DemoColumn.of("customer_id", UUID),
                DemoColumn.of("street", TEXT),
                DemoColumn.of("city", TEXT),
                DemoColumn.of("postal_code", TEXT),
                DemoColumn.of("country_id", TEXT));
        return new DemoTable("address", columns, ADDRESSES, PlaceTables::addressRow);
    }

    private static Object[] countryRow(int row) {
        Draw draw = new Draw("country", row);
        return new Object[] {
            CODES.get(row),
            NAMES.get(row),
            row == 17 ? 1_450_000_000L : draw.orNull(15, () -> draw.big(300_000, 400_000_000)),
            row % 7 == 3 ? null : BigDecimal.valueOf(draw.number(0, 54) * 5L, 3)
        };
    }

    private static Object[] addressRow(int row) {
        Draw draw = new Draw("address", row);
        return new Object[] {
            row + 1,
            CustomerTables.customerId(row % CustomerTables.CUSTOMERS),
            draw.pick(Words.NOUNS) + " Street " + draw.number(1, 400),
            draw.pick(Words.CITIES),
            draw.orNull(20, () -> String.format("%05d", draw.number(0, 99_999))),
            countryCode(draw)
        };
    }
}
