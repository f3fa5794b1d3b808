package io.fraiseql.plugin.sqlserver.introspect;

import io.fraiseql.plugin.jdbc.CatalogueQuery;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the catalogue with one query per kind of thing, whatever the number of tables. There are no enums. */
public final class SqlServerIntrospector {

    /** As the server writes a check down. */
    private static final Pattern JSON_CHECK =
            Pattern.compile("\\(isjson\\(\\[(.+)]\\)\\s*(?:>\\(0\\)|=\\(1\\))\\)", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Map<TableName, List<Column>> columns = new HashMap<>();
    private final Map<TableName, List<String>> primaryKeys = new HashMap<>();
    private final Map<TableName, Map<String, List<String>>> uniqueKeys = new HashMap<>();
    private final Map<TableName, Map<String, ForeignKey>> foreignKeys = new HashMap<>();
    private final Set<List<Object>> json = new HashSet<>();

    public SqlServerIntrospector(Connection connection) {
        this.connection = connection;
    }

    /** Reads these schemas; the user's own when there is none or an empty name. */
    public DatabaseSchema read(List<String> schemas) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String schema : schemas.isEmpty() ? List.of("") : schemas) {
            names.add(schema.isEmpty() ? connection.getSchema() : schema);
        }
        requireSchemas(names);
        each(CatalogueSql.CHECKS, names, this::check);
        each(CatalogueSql.COLUMNS, names, this::column);
        each(CatalogueSql.KEYS, names, this::key);
        each(CatalogueSql.FOREIGN_KEYS, names, this::foreignKey);
        List<Table> tables = new ArrayList<>();
        each(CatalogueSql.TABLES, names, row -> tables.add(tableOf(row)));
        tables.sort(Comparator.comparing(Table::name).thenComparing(table -> String.valueOf(table.schema())));
        return new DatabaseSchema(List.copyOf(tables), List.of());
    }

    private void requireSchemas(List<String> names) throws SQLException {
        List<String> missing = new ArrayList<>(names);
        each(CatalogueSql.SCHEMAS, names, row -> missing.removeIf(row.getString(1)::equalsIgnoreCase));
        if (!missing.isEmpty()) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED, "there is no schema " + String.join(", ", missing));
        }
    }

    private static TableName table(ResultSet row) throws SQLException {
        return new TableName(row.getString(1), row.getString(2));
    }

    private Table tableOf(ResultSet row) throws SQLException {
        TableName name = table(row);
        return new Table(
                name.schema(),
                name.name(),
                row.getBoolean(3),
                row.getString(4),
                columns.getOrDefault(name, List.of()),
                primaryKeys.getOrDefault(name, List.of()),
                List.copyOf(uniqueKeys.getOrDefault(name, Map.of()).values()),
                List.copyOf(foreignKeys.getOrDefault(name, Map.of()).values()));
    }

    private void check(ResultSet row) throws SQLException {
        Matcher column = JSON_CHECK.matcher(row.getString(3));
        if (column.matches()) {
            json.add(List.of(table(row), column.group(1).replace("]]", "]")));
        }
    }

    private void column(ResultSet row) throws SQLException {
        TableName table = table(row);
        boolean checked = json.contains(List.of(table, row.getString(3)));
        columns.computeIfAbsent(table, name -> new ArrayList<>()).add(ColumnRow.read(row, checked));
    }

    private void key(ResultSet row) throws SQLException {
        TableName table = table(row);
        List<String> key = row.getBoolean(5)
                ? primaryKeys.computeIfAbsent(table, name -> new ArrayList<>())
                : uniqueKeys
                        .computeIfAbsent(table, name -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString(3), name -> new ArrayList<>());
        key.add(row.getString(4));
    }

    private void foreignKey(ResultSet row) throws SQLException {
        String name = row.getString(3);
        String targetSchema = row.getString(5);
        String targetTable = row.getString(6);
        ForeignKey key = foreignKeys
                .computeIfAbsent(table(row), table -> new LinkedHashMap<>())
                .computeIfAbsent(
                        name,
                        unused ->
                                new ForeignKey(name, new ArrayList<>(), targetSchema, targetTable, new ArrayList<>()));
        key.columns().add(row.getString(4));
        key.targetColumns().add(row.getString(7));
    }

    private void each(String sql, List<String> schemas, CatalogueQuery.RowHandler handler) throws SQLException {
        new CatalogueQuery(connection).each(CatalogueSql.forSchemas(sql, schemas.size()), schemas, handler);
    }
}
