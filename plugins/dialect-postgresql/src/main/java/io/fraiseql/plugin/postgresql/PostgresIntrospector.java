package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.postgresql.CatalogueTypes.ColumnTraits;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the catalogue with one query per kind of thing, whatever the number of tables. */
final class PostgresIntrospector {

    private final Connection connection;
    private final Map<Long, List<Column>> columns = new HashMap<>();
    private final Map<Long, List<String>> primaryKeys = new HashMap<>();
    private final Map<Long, List<List<String>>> uniqueKeys = new HashMap<>();
    private final Map<Long, List<ForeignKey>> foreignKeys = new HashMap<>();

    PostgresIntrospector(Connection connection) {
        this.connection = connection;
    }

    DatabaseSchema read(List<String> schemas) throws SQLException {
        Object[] names = names(schemas);
        each(CatalogueSql.COLUMNS, names, this::column);
        each(CatalogueSql.KEYS, names, this::key);
        each(CatalogueSql.FOREIGN_KEYS, names, this::foreignKey);
        List<Table> tables = new ArrayList<>();
        each(CatalogueSql.TABLES, names, row -> tables.add(table(row)));
        List<EnumType> enums = new ArrayList<>();
        each(CatalogueSql.ENUMS, names, row -> enumType(row, tables, enums));
        return new DatabaseSchema(List.copyOf(tables), List.copyOf(enums));
    }

    private Object[] names(List<String> schemas) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (String schema : schemas.isEmpty() ? List.of("") : schemas) {
            names.add(schema.isEmpty() ? ownSchema() : schema);
        }
        List<String> missing = new ArrayList<>();
        each(CatalogueSql.MISSING_SCHEMAS, names.toArray(), row -> missing.add(row.getString(1)));
        if (!missing.isEmpty()) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED, "there is no schema " + String.join(", ", missing));
        }
        return names.toArray();
    }

    private String ownSchema() throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "the search_path of the user names no existing schema; name the schemas to read");
        }
        return schema;
    }

    private Table table(ResultSet row) throws SQLException {
        Long oid = row.getLong(1);
        return new Table(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                columns.getOrDefault(oid, List.of()),
                primaryKeys.getOrDefault(oid, List.of()),
                uniqueKeys.getOrDefault(oid, List.of()),
                foreignKeys.getOrDefault(oid, List.of()));
    }

    private void column(ResultSet row) throws SQLException {
        String typeName = row.getString(4);
        boolean isEnum = row.getString(5).equals("e");
        ColumnTraits traits =
                new ColumnTraits(row.getBoolean(7), row.getBoolean(9), row.getBoolean(10), row.getBoolean(11));
        int dimensions = row.getInt(15);
        String formatted = row.getString(3) + (dimensions > 1 ? "[]".repeat(dimensions) : "");
        Column column = new Column(
                row.getString(2),
                dimensions > 1 ? null : CatalogueTypes.columnType(typeName, isEnum, traits.array()),
                CatalogueTypes.sqlType(formatted, typeName, row.getInt(6), row.getString(8), traits),
                row.getBoolean(12),
                row.getString(13),
                isEnum ? row.getString(14) : null,
                isEnum ? typeName : null);
        listOf(columns, row).add(column);
    }

    private void key(ResultSet row) throws SQLException {
        List<String> key = strings(row, 3);
        if (row.getBoolean(2)) {
            primaryKeys.put(row.getLong(1), key);
        } else {
            listOf(uniqueKeys, row).add(key);
        }
    }

    private void foreignKey(ResultSet row) throws SQLException {
        listOf(foreignKeys, row)
                .add(new ForeignKey(
                        row.getString(2), strings(row, 5), row.getString(3), row.getString(4), strings(row, 6)));
    }

    private static void enumType(ResultSet row, List<Table> tables, List<EnumType> enums) throws SQLException {
        EnumType type = new EnumType(row.getString(1), row.getString(2), strings(row, 5), row.getString(3));
        if (row.getBoolean(4) || used(type, tables)) {
            enums.add(type);
        }
    }

    private static boolean used(EnumType type, List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column ->
                        type.name().equals(column.enumName()) && Objects.equals(type.schema(), column.enumSchema()));
    }

    private static <T> List<T> listOf(Map<Long, List<T>> lists, ResultSet row) throws SQLException {
        return lists.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>());
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private void each(String sql, Object[] schemas, RowHandler handler) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", schemas));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    handler.accept(rows);
                }
            }
        }
    }

    /** Takes one row. */
    private interface RowHandler {
        void accept(ResultSet row) throws SQLException;
    }
}
