package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.plugin.jdbc.CatalogueQuery;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
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

/** Reads the catalogue with one query per kind of thing, whatever the number of tables. A schema is a database of the server. */
public final class MysqlIntrospector {

    private static final String PRIMARY = "PRIMARY";

    private final Server server;
    private final Connection connection;
    private final Map<TableName, List<Column>> columns = new HashMap<>();
    private final Map<TableName, Map<String, List<String>>> keys = new HashMap<>();
    private final Map<TableName, Map<String, ForeignKey>> foreignKeys = new HashMap<>();
    private final Set<List<Object>> partial = new HashSet<>();
    private final Set<List<Object>> json = new HashSet<>();
    private final List<EnumType> enums = new ArrayList<>();

    public MysqlIntrospector(Server server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** Reads these databases; the connection's own when there is none or an empty name. */
    public DatabaseSchema read(List<String> schemas) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String schema : schemas.isEmpty() ? List.of("") : schemas) {
            names.add(schema.isEmpty() ? connection.getCatalog() : schema);
        }
        requireSchemas(names);
        if (server == Server.MARIADB) {
            each(CatalogueSql.MARIADB_JSON, names, row -> json.add(List.of(table(row), row.getString(3))));
        }
        each(CatalogueSql.COLUMNS, names, this::column);
        each(CatalogueSql.KEYS, names, this::key);
        each(CatalogueSql.FOREIGN_KEYS, names, this::foreignKey);
        List<Table> tables = new ArrayList<>();
        each(CatalogueSql.TABLES, names, row -> tables.add(tableOf(row)));
        tables.sort(Comparator.comparing(Table::name).thenComparing(table -> String.valueOf(table.schema())));
        return new DatabaseSchema(UuidReferences.follow(tables), List.copyOf(enums));
    }

    private void requireSchemas(List<String> names) throws SQLException {
        List<String> missing = new ArrayList<>(names);
        each(CatalogueSql.SCHEMAS, names, row -> missing.removeIf(row.getString(1)::equalsIgnoreCase));
        if (!missing.isEmpty()) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED, "there is no database " + String.join(", ", missing));
        }
    }

    private static TableName table(ResultSet row) throws SQLException {
        return new TableName(row.getString(1), row.getString(2));
    }

    private Table tableOf(ResultSet row) throws SQLException {
        TableName name = table(row);
        Map<String, List<String>> unique = new LinkedHashMap<>(keys.getOrDefault(name, Map.of()));
        partial.forEach(index -> {
            if (index.get(0).equals(name)) {
                unique.remove((String) index.get(1));
            }
        });
        List<String> primary = unique.remove(PRIMARY);
        boolean view = row.getBoolean(3);
        String comment = row.getString(4);
        return new Table(
                name.schema(),
                name.name(),
                view,
                view || comment == null || comment.isEmpty() ? null : comment,
                columns.getOrDefault(name, List.of()),
                primary == null ? List.of() : primary,
                List.copyOf(unique.values()),
                List.copyOf(foreignKeys.getOrDefault(name, Map.of()).values()));
    }

    private void column(ResultSet row) throws SQLException {
        TableName table = table(row);
        boolean checked = json.contains(List.of(table, row.getString(3)));
        Column column = new ColumnRow(server, row, checked).read(table);
        columns.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
        if (column.enumName() != null) {
            enums.add(EnumColumns.of(table, column.name(), row.getString(5)));
        }
    }

    private void key(ResultSet row) throws SQLException {
        TableName table = table(row);
        String index = row.getString(3);
        if (!row.getBoolean(5)) {
            partial.add(List.of(table, index));
            return;
        }
        keys.computeIfAbsent(table, name -> new LinkedHashMap<>())
                .computeIfAbsent(index, name -> new ArrayList<>())
                .add(row.getString(4));
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
