package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** SQL Server stores lists as JSON and durations as text; UUIDs are given as text, and a null of bytes as one of bytes. */
final class SqlServerValues implements DemoValues {

    @Override
    public void bind(PreparedStatement insert, int index, DemoColumn column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            insert.setNull(index, column.type() == ColumnType.BYTES ? Types.VARBINARY : Types.NVARCHAR);
        } else if (column.array()) {
            insert.setString(index, JsonText.list((List<?>) value));
        } else {
            insert.setObject(index, column.type() == ColumnType.UUID ? value.toString() : value);
        }
    }
}
