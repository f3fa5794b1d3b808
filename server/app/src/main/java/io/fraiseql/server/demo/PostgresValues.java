package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** PostgreSQL has a type for everything; text of unknown type becomes an enum, interval or jsonb by itself. */
final class PostgresValues implements DemoValues {

    @Override
    public void bind(PreparedStatement insert, int index, DemoColumn column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            insert.setNull(index, Types.NULL);
        } else if (column.array()) {
            insert.setArray(
                    index, insert.getConnection().createArrayOf(elementType(column), ((List<?>) value).toArray()));
        } else if (column.enumName() != null
                || column.type() == ColumnType.JSON
                || column.type() == ColumnType.DURATION) {
            insert.setObject(index, value, Types.OTHER);
        } else {
            insert.setObject(index, value);
        }
    }

    private static String elementType(DemoColumn column) {
        String enumName = column.enumName();
        if (enumName != null) {
            return enumName;
        }
        return column.type() == ColumnType.INT ? "int4" : "text";
    }
}
