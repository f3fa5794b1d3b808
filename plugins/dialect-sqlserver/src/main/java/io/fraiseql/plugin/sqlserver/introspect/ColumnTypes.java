package io.fraiseql.plugin.sqlserver.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.Map;

/** How the server's types are read. */
final class ColumnTypes {

    private static final Map<String, ColumnType> BY_NAME = Map.ofEntries(
            Map.entry("bit", ColumnType.BOOLEAN),
            Map.entry("tinyint", ColumnType.INT),
            Map.entry("smallint", ColumnType.INT),
            Map.entry("int", ColumnType.INT),
            Map.entry("bigint", ColumnType.BIGINT),
            Map.entry("decimal", ColumnType.DECIMAL),
            Map.entry("numeric", ColumnType.DECIMAL),
            Map.entry("money", ColumnType.DECIMAL),
            Map.entry("smallmoney", ColumnType.DECIMAL),
            Map.entry("real", ColumnType.FLOAT32),
            Map.entry("float", ColumnType.FLOAT),
            Map.entry("char", ColumnType.TEXT),
            Map.entry("varchar", ColumnType.TEXT),
            Map.entry("nchar", ColumnType.TEXT),
            Map.entry("nvarchar", ColumnType.TEXT),
            Map.entry("uniqueidentifier", ColumnType.UUID),
            Map.entry("date", ColumnType.DATE),
            Map.entry("time", ColumnType.TIME),
            Map.entry("datetime", ColumnType.LOCAL_DATETIME),
            Map.entry("smalldatetime", ColumnType.LOCAL_DATETIME),
            Map.entry("datetime2", ColumnType.LOCAL_DATETIME),
            Map.entry("datetimeoffset", ColumnType.DATETIME),
            Map.entry("binary", ColumnType.BYTES),
            Map.entry("varbinary", ColumnType.BYTES),
            Map.entry("timestamp", ColumnType.BYTES));

    private ColumnTypes() {}

    /** The type of a column; null when it cannot be read or compared, as {@code xml}, {@code sql_variant} and the old {@code text}. */
    static @Nullable ColumnType of(String name) {
        return BY_NAME.get(name);
    }
}
