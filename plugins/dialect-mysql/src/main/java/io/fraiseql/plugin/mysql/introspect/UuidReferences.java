package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column that refers to one of UUIDs holds UUIDs, although nothing fills it. */
final class UuidReferences {

    private final Map<TableName, Table> tables = new HashMap<>();

    private UuidReferences(List<Table> tables) {
        tables.forEach(table -> this.tables.put(new TableName(table.schema(), table.name()), table));
    }

    /** The tables with the types of such columns corrected, through keys that are references themselves. */
    static List<Table> follow(List<Table> tables) {
        UuidReferences references = new UuidReferences(tables);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Table table : List.copyOf(references.tables.values())) {
                changed |= references.correct(table);
            }
        }
        return tables.stream()
                .map(table -> references.find(table.schema(), table.name()))
                .toList();
    }

    private Table find(@Nullable String schema, String name) {
        Table table = tables.get(new TableName(schema, name));
        if (table == null) {
            throw new IllegalStateException("no table " + name);
        }
        return table;
    }

    private boolean correct(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column.type() == ColumnType.UUID ? column : corrected(table, column));
        }
        if (columns.equals(table.columns())) {
            return false;
        }
        tables.put(
                new TableName(table.schema(), table.name()),
                new Table(
                        table.schema(),
                        table.name(),
                        table.view(),
                        table.comment(),
                        List.copyOf(columns),
                        table.primaryKey(),
                        table.uniqueKeys(),
                        table.foreignKeys()));
        return true;
    }

    private Column corrected(Table table, Column column) {
        for (ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            Table target = tables.get(new TableName(key.targetSchema(), key.targetTable()));
            if (place >= 0 && target != null) {
                Column wanted = column(target, key.targetColumns().get(place));
                if (wanted != null && wanted.type() == ColumnType.UUID) {
                    return uuid(column, wanted.sql().storage());
                }
            }
        }
        return column;
    }

    private static @Nullable Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Column uuid(Column column, @Nullable String storage) {
        SqlType sql = column.sql();
        return new Column(
                column.name(),
                ColumnType.UUID,
                new SqlType(
                        sql.type(),
                        sql.precision(),
                        sql.scale(),
                        sql.length(),
                        sql.collation(),
                        storage,
                        sql.array(),
                        sql.generated(),
                        sql.identity(),
                        sql.hasDefault()),
                column.nullable(),
                column.comment(),
                null,
                null);
    }
}
