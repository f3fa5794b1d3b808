package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.cell.TimeCell;
import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/** Date-times: those of a column that stores such are read as objects, because the driver makes their text with a formatter for each value. */
final class DateTimeCell extends TimeCell {

    private @Nullable Boolean stored;

    DateTimeCell(ColumnType type) {
        super(type);
    }

    /** A zero in the month or day is left to the text, which tells it from a null; in the text the year 0 would be the year 1. */
    @Override
    protected @Nullable LocalDateTime dateTime(ResultSet rows, int column) throws SQLException {
        if (stored == null) {
            stored = rows.getMetaData().getColumnType(column) == Types.TIMESTAMP;
        }
        if (!stored) {
            return null;
        }
        try {
            LocalDateTime time = rows.getObject(column, LocalDateTime.class);
            if (time != null && time.getYear() < 1) {
                throw Misfit.of("the year 0", "a date and time of the years 1 to 9999");
            }
            return time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
