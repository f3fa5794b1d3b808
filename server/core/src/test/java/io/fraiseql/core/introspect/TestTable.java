package io.fraiseql.core.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Builds the description of a table. */
final class TestTable {

    private final @Nullable String schema;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<List<String>> uniqueKeys = new ArrayList<>();
    private List<String> primaryKey = List.of();
    private boolean view;

    TestTable(@Nullable String schema, String name) {
        this.schema = schema;
        this.name = name;
    }

    static TestTable table(String name) {
        return new TestTable(null, name);
    }

    TestTable view() {
        view = true;
        return this;
    }

    TestTable column(String column, @Nullable ColumnType type, String sql) {
        return column(new Column(column, type, SqlType.named(sql), true, null, null, null));
    }

    TestTable column(Column column) {
        columns.add(column);
        return this;
    }

    TestTable ints(String... names) {
        for (String column : names) {
            column(column, ColumnType.INT, "integer");
        }
        return this;
    }

    TestTable key(String... names) {
        primaryKey = List.of(names);
        return this;
    }

    TestTable unique(String... names) {
        uniqueKeys.add(List.of(names));
        return this;
    }

    TestTable references(String column, String table, String target) {
        foreignKeys.add(new ForeignKey("fk_" + column, List.of(column), null, table, List.of(target)));
        return this;
    }

    Table build() {
        return new Table(
                schema,
                name,
                view,
                null,
                List.copyOf(columns),
                primaryKey,
                List.copyOf(uniqueKeys),
                List.copyOf(foreignKeys));
    }

    static DatabaseSchema database(TestTable... tables) {
        return new DatabaseSchema(
                java.util.Arrays.stream(tables).map(TestTable::build).toList(), List.of());
    }
}
