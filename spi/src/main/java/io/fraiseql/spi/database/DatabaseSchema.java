package io.fraiseql.spi.database;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * What introspection found: data. Tables and views are in name order, columns in declared order. {@code schema} is null for a
 * database without schemas and for names in the connection's default schema.
 */
public record DatabaseSchema(List<Table> tables, List<EnumType> enums) {

    /** A table or a view; {@code primaryKey} is empty when there is none. */
    public record Table(
            @Nullable String schema,
            String name,
            boolean view,
            @Nullable String comment,
            List<Column> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys) {}

    /**
     * A column.
     *
     * @param type how it can be read; null when the plugin cannot read such a type, and introspection leaves it out and says so
     * @param enumName the name of the enum type it holds; null for others
     * @param enumSchema the schema of that enum
     */
    public record Column(
            String name,
            @Nullable ColumnType type,
            SqlType sql,
            boolean nullable,
            @Nullable String comment,
            @Nullable String enumSchema,
            @Nullable String enumName) {}

    /** A foreign key; the lists have the same length. */
    public record ForeignKey(
            String name,
            List<String> columns,
            @Nullable String targetSchema,
            String targetTable,
            List<String> targetColumns) {}

    /** An enum type of the database with its values in order. */
    public record EnumType(
            @Nullable String schema,
            String name,
            List<String> values,
            @Nullable String comment) {}
}
