package io.fraiseql.plugin.sqlserver.read;

import io.fraiseql.plugin.jdbc.cell.TimeCell;
import io.fraiseql.spi.database.ColumnType;

/** Instants; the driver writes a blank before the offset, {@code 2024-05-06 07:08:09.1234567 +02:00}. */
final class InstantCell extends TimeCell {

    InstantCell() {
        super(ColumnType.DATETIME);
    }

    @Override
    protected String iso(String text) {
        return text.replaceFirst(" (?=[+-])", "");
    }
}
