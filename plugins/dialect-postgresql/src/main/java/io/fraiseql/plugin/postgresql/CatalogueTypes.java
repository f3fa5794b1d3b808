package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.Map;

/** How the types of the catalogue are read. */
final class CatalogueTypes {

    private static final int NO_MODIFIER = -1;
    /** A type modifier counts the four bytes of a length word. */
    private static final int MODIFIER_OFFSET = 4;

    private static final Map<String, ColumnType> BY_NAME = Map.ofEntries(
            Map.entry("bool", ColumnType.BOOLEAN),
            Map.entry("int2", ColumnType.INT),
            Map.entry("int4", ColumnType.INT),
            Map.entry("int8", ColumnType.BIGINT),
            Map.entry("float4", ColumnType.FLOAT32),
            Map.entry("float8", ColumnType.FLOAT),
            Map.entry("numeric", ColumnType.DECIMAL),
            Map.entry("text", ColumnType.TEXT),
            Map.entry("varchar", ColumnType.TEXT),
            Map.entry("bpchar", ColumnType.TEXT),
            Map.entry("char", ColumnType.TEXT),
            Map.entry("name", ColumnType.TEXT),
            Map.entry("citext", ColumnType.TEXT),
            Map.entry("inet", ColumnType.TEXT),
            Map.entry("cidr", ColumnType.TEXT),
            Map.entry("macaddr", ColumnType.TEXT),
            Map.entry("macaddr8", ColumnType.TEXT),
            Map.entry("ltree", ColumnType.TEXT),
            Map.entry("uuid", ColumnType.UUID),
            Map.entry("timestamptz", ColumnType.DATETIME),
            Map.entry("timestamp", ColumnType.LOCAL_DATETIME),
            Map.entry("date", ColumnType.DATE),
            Map.entry("time", ColumnType.TIME),
            Map.entry("interval", ColumnType.DURATION),
            Map.entry("json", ColumnType.JSON),
            Map.entry("jsonb", ColumnType.JSON),
            Map.entry("bytea", ColumnType.BYTES));

    private CatalogueTypes() {}

    /**
     * How a type is read; null when it cannot be: {@code timetz}, {@code money}, {@code bit}, {@code xml}, geometry, ranges and
     * composites have no equal on the GraphQL side, and arrays of {@code bytea} no form in JSON.
     */
    static @Nullable ColumnType columnType(String typeName, boolean isEnum, boolean array) {
        if (isEnum) {
            return ColumnType.TEXT;
        }
        ColumnType type = BY_NAME.get(typeName);
        return array && type == ColumnType.BYTES ? null : type;
    }

    /** A type with the precision, scale or length that its modifier holds. */
    static SqlType sqlType(
            String formatted, String typeName, int modifier, @Nullable String collation, ColumnTraits traits) {
        boolean numeric = typeName.equals("numeric") && modifier != NO_MODIFIER;
        boolean limited = (typeName.equals("varchar") || typeName.equals("bpchar")) && modifier != NO_MODIFIER;
        int value = modifier - MODIFIER_OFFSET;
        return new SqlType(
                formatted,
                numeric ? Integer.valueOf(value >> 16 & 0xFFFF) : null,
                numeric ? Integer.valueOf(Math.max(0, scale(value))) : null,
                limited ? Integer.valueOf(value) : null,
                collation,
                null,
                traits.array(),
                traits.generated(),
                traits.identity(),
                traits.hasDefault());
    }

    /** The scale is eleven bits with a sign; one below zero rounds whole numbers, which are then written without digits after the point. */
    private static int scale(int modifier) {
        return (modifier & 0x7FF ^ 0x400) - 0x400;
    }

    /** The yes-or-no properties of a column. */
    record ColumnTraits(boolean array, boolean generated, boolean identity, boolean hasDefault) {}
}
