package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** MySQL and MariaDB store lists as JSON, durations as text and instants as date-times in UTC; UUIDs are given as text. */
final class MysqlValues implements DemoValues {

    @Override
    public void bind(PreparedStatement insert, int index, DemoColumn column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            insert.setNull(index, Types.NULL);
        } else if (column.array()) {
            insert.setString(index, JsonText.list((List<?>) value));
        } else {
            insert.setObject(index, stored(column, value));
        }
    }

    private static Object stored(DemoColumn column, Object value) {
        return switch (column.type()) {
            case DATETIME ->
                ((OffsetDateTime) value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            case UUID, DATE -> value.toString();
            default -> value;
        };
    }
}
