package io.fraiseql.plugin.sqlite.introspect;

import io.fraiseql.spi.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What SQLite tells about itself, row by row. */
final class Pragmas {

    private final Connection connection;

    Pragmas(Connection connection) {
        this.connection = connection;
    }

    /** A table or a view. */
    record Relation(String name, boolean view, @Nullable String sql) {}

    /**
     * A column.
     *
     * @param keyPlace its place in the primary key, from 1; 0 when it has none
     * @param hidden 0 plain, 1 of a virtual table, 2 and 3 generated
     */
    record ColumnRow(String name, String type, boolean notNull, boolean hasDefault, int keyPlace, int hidden) {}

    /** One column of a foreign key; {@code targetColumn} is null for the target's primary key. */
    record KeyRow(
            int id, String target, String column, @Nullable String targetColumn) {}

    /**
     * An index.
     *
     * @param origin {@code c} by CREATE INDEX, {@code u} by UNIQUE, {@code pk} by PRIMARY KEY
     */
    record IndexRow(String name, boolean unique, String origin, boolean partial) {}

    /** Reads one row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<Relation> relations() throws SQLException {
        return query(
                "SELECT l.name, l.type = 'view', s.sql FROM pragma_table_list AS l JOIN sqlite_schema AS s"
                        + " ON s.name = l.name AND s.type = l.type WHERE l.schema = 'main' AND l.type IN ('table', 'view')"
                        + " AND l.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY l.name COLLATE BINARY",
                null, row -> new Relation(row.getString(1), row.getInt(2) == 1, row.getString(3)));
    }

    /** The spelling of a table's name; null when there is no such table. */
    @Nullable
    String tableName(String name) throws SQLException {
        List<String> names = query(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name = ? COLLATE NOCASE",
                name,
                row -> row.getString(1));
        return names.isEmpty() ? null : names.get(0);
    }

    List<ColumnRow> columns(String table) throws SQLException {
        return query(
                "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid",
                table,
                row -> new ColumnRow(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3) == 1,
                        row.getInt(4) == 1,
                        row.getInt(5),
                        row.getInt(6)));
    }

    List<KeyRow> foreignKeys(String table) throws SQLException {
        return query(
                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq",
                table,
                row -> new KeyRow(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    List<IndexRow> indexes(String table) throws SQLException {
        return query(
                "SELECT name, \"unique\", origin, partial FROM pragma_index_list(?) ORDER BY seq DESC",
                table,
                row -> new IndexRow(row.getString(1), row.getInt(2) == 1, row.getString(3), row.getInt(4) == 1));
    }

    /** The columns by which an index is unique; an empty name stands for an expression. */
    List<String> indexColumns(String index) throws SQLException {
        return query(
                "SELECT coalesce(name, '') FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno",
                index,
                row -> row.getString(1));
    }

    private <T> List<T> query(String sql, @Nullable String argument, Row<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (argument != null) {
                statement.setString(1, argument);
            }
            List<T> result = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(mapping.read(rows));
                }
            }
            return result;
        }
    }
}
