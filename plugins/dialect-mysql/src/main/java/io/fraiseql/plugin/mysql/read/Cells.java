package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.cell.BytesCell;
import io.fraiseql.plugin.jdbc.cell.Cell;
import io.fraiseql.plugin.jdbc.cell.DecimalCell;
import io.fraiseql.plugin.jdbc.cell.DurationCell;
import io.fraiseql.plugin.jdbc.cell.NumberCell;
import io.fraiseql.plugin.jdbc.cell.RealCell;
import io.fraiseql.plugin.jdbc.cell.TimeCell;
import io.fraiseql.spi.database.ColumnType;

/** The cell for each type. */
final class Cells {

    private Cells() {}

    static Cell of(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> new NumberCell(0, 1, "0 or 1");
            case INT -> new NumberCell(Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer of 32 bits");
            case BIGINT -> new NumberCell(Long.MIN_VALUE, Long.MAX_VALUE, "an integer of 64 bits");
            case FLOAT32 -> new RealCell(true);
            case FLOAT -> new RealCell(false);
            case DECIMAL -> new DecimalCell();
            case TEXT, JSON, BYTES -> new BytesCell();
            case UUID -> new UuidCell();
            case DATETIME, LOCAL_DATETIME -> new DateTimeCell(type);
            case DATE, TIME -> new TimeCell(type);
            case DURATION -> new DurationCell();
        };
    }
}
