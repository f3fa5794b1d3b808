package io.fraiseql.plugin.mysql.read;

import io.fraiseql.plugin.jdbc.cell.TimeCell;
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

    /** What has a zero in its date is left to its text, which tells it from a null. */
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
            return time != null && time.getYear() > 0 ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
