package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.Map;

/** How the servers' types are read: always by a type whose range holds every value. */
final class ColumnTypes {

    private static final int MOST_BITS_OF_BIGINT = 63;

    private static final Map<String, ColumnType> BY_NAME = Map.ofEntries(
            Map.entry("smallint", ColumnType.INT),
            Map.entry("mediumint", ColumnType.INT),
            Map.entry("year", ColumnType.INT),
            Map.entry("decimal", ColumnType.DECIMAL),
            Map.entry("float", ColumnType.FLOAT32),
            Map.entry("double", ColumnType.FLOAT),
            Map.entry("char", ColumnType.TEXT),
            Map.entry("varchar", ColumnType.TEXT),
            Map.entry("tinytext", ColumnType.TEXT),
            Map.entry("text", ColumnType.TEXT),
            Map.entry("mediumtext", ColumnType.TEXT),
            Map.entry("longtext", ColumnType.TEXT),
            Map.entry("enum", ColumnType.TEXT),
            Map.entry("set", ColumnType.TEXT),
            Map.entry("inet4", ColumnType.TEXT),
            Map.entry("inet6", ColumnType.TEXT),
            Map.entry("json", ColumnType.JSON),
            Map.entry("uuid", ColumnType.UUID),
            Map.entry("date", ColumnType.DATE),
            Map.entry("time", ColumnType.TIME),
            Map.entry("datetime", ColumnType.LOCAL_DATETIME),
            Map.entry("timestamp", ColumnType.DATETIME),
            Map.entry("binary", ColumnType.BYTES),
            Map.entry("varbinary", ColumnType.BYTES),
            Map.entry("tinyblob", ColumnType.BYTES),
            Map.entry("blob", ColumnType.BYTES),
            Map.entry("mediumblob", ColumnType.BYTES),
            Map.entry("longblob", ColumnType.BYTES));

    private ColumnTypes() {}

    /**
     * The type of a column; null when it cannot be read, as geometry and vectors.
     *
     * @param name the type's bare name
     * @param declared the type as the server writes it, {@code bigint(20) unsigned}
     * @param precision of a number, or how many bits
     */
    static @Nullable ColumnType of(String name, String declared, int precision) {
        boolean unsigned = declared.contains("unsigned");
        return switch (name) {
            case "tinyint" -> declared.startsWith("tinyint(1)") ? ColumnType.BOOLEAN : ColumnType.INT;
            case "int" -> unsigned ? ColumnType.BIGINT : ColumnType.INT;
            case "bigint" -> unsigned ? ColumnType.DECIMAL : ColumnType.BIGINT;
            case "bit" -> bits(precision);
            default -> BY_NAME.get(name);
        };
    }

    private static ColumnType bits(int count) {
        if (count == 1) {
            return ColumnType.BOOLEAN;
        }
        return count <= MOST_BITS_OF_BIGINT ? ColumnType.BIGINT : ColumnType.DECIMAL;
    }
}
