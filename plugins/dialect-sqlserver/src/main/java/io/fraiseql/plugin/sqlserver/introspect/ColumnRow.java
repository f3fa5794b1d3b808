package io.fraiseql.plugin.sqlserver.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of {@link CatalogueSql#COLUMNS}. */
final class ColumnRow {

    private static final int BYTES_OF_CHARACTER = 2;
    private static final String ROW_VERSION = "timestamp";

    private ColumnRow() {}

    /** @param json whether the text is checked to be JSON */
    static Column read(ResultSet row, boolean json) throws SQLException {
        String type = row.getString(4);
        ColumnType read = json ? ColumnType.JSON : ColumnTypes.of(type);
        return new Column(
                row.getString(3), read, sqlType(row, type), row.getBoolean(12), row.getString(13), null, null);
    }

    private static SqlType sqlType(ResultSet row, String type) throws SQLException {
        boolean decimal = type.equals("decimal") || type.equals("numeric") || type.endsWith("money");
        boolean generated = row.getBoolean(10) || type.equals(ROW_VERSION);
        return new SqlType(
                type,
                decimal ? Integer.valueOf(row.getInt(5)) : null,
                decimal ? Integer.valueOf(row.getInt(6)) : null,
                length(type, row.getInt(7)),
                row.getString(8),
                null,
                false,
                generated,
                row.getBoolean(9),
                row.getBoolean(11) && !generated);
    }

    /** In characters or bytes; null without a bound. */
    private static @Nullable Integer length(String type, int bytes) {
        if (bytes < 0 || !type.endsWith("char") && !type.endsWith("binary")) {
            return null;
        }
        return type.startsWith("n") ? bytes / BYTES_OF_CHARACTER : bytes;
    }
}
