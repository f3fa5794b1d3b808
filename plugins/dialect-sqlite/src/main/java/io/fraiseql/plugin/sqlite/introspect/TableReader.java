package io.fraiseql.plugin.sqlite.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one table or view. */
final class TableReader {

    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);
    private static final int GENERATED = 2;

    private final Pragmas pragmas;
    private final Pragmas.Relation relation;

    TableReader(Pragmas pragmas, Pragmas.Relation relation) {
        this.pragmas = pragmas;
        this.relation = relation;
    }

    Table read() throws SQLException {
        List<Pragmas.ColumnRow> rows = columnRows();
        List<String> primaryKey = primaryKey(rows);
        Map<String, String> collations =
                relation.sql() == null || relation.view() ? Map.of() : CreateStatement.collations(relation.sql());
        boolean rowId = isRowId(rows, primaryKey);
        List<Column> columns = rows.stream()
                .map(row -> column(row, rowId, collations.get(row.name().toLowerCase(Locale.ROOT))))
                .toList();
        return new Table(
                null, relation.name(), relation.view(), null, columns, primaryKey, uniqueKeys(), foreignKeys());
    }

    /** None of a view that reads from what is gone: SQLite keeps such views and tells it only when they are used. */
    private List<Pragmas.ColumnRow> columnRows() throws SQLException {
        try {
            return pragmas.columns(relation.name());
        } catch (SQLException e) {
            if (relation.view()) {
                LOG.debug("the view {} cannot be read", relation.name(), e);
                return List.of();
            }
            throw e;
        }
    }

    private static List<String> primaryKey(List<Pragmas.ColumnRow> rows) {
        return rows.stream()
                .filter(row -> row.keyPlace() > 0)
                .sorted(Comparator.comparingInt(Pragmas.ColumnRow::keyPlace))
                .map(Pragmas.ColumnRow::name)
                .toList();
    }

    /** Whether the primary key is the row id, which is never null and filled by SQLite. */
    private boolean isRowId(List<Pragmas.ColumnRow> rows, List<String> primaryKey) throws SQLException {
        if (primaryKey.size() != 1) {
            return false;
        }
        boolean integer =
                rows.stream().anyMatch(row -> row.keyPlace() == 1 && row.type().equalsIgnoreCase("INTEGER"));
        return integer
                && pragmas.indexes(relation.name()).stream()
                        .noneMatch(index -> index.origin().equals("pk"));
    }

    private Column column(Pragmas.ColumnRow row, boolean rowId, @Nullable String collation) {
        DeclaredType declared = DeclaredType.of(row.type());
        boolean identity = rowId && row.keyPlace() > 0;
        SqlType sql = new SqlType(
                row.type(),
                declared.precision(),
                declared.scale(),
                declared.length(),
                collation,
                declared.storage(),
                false,
                row.hidden() >= GENERATED,
                identity,
                row.hasDefault());
        return new Column(row.name(), declared.type(), sql, !row.notNull() && row.keyPlace() == 0, null, null, null);
    }

    private List<List<String>> uniqueKeys() throws SQLException {
        List<List<String>> keys = new ArrayList<>();
        for (Pragmas.IndexRow index : pragmas.indexes(relation.name())) {
            if (index.unique() && !index.partial() && !index.origin().equals("pk")) {
                List<String> columns = pragmas.indexColumns(index.name());
                if (!columns.contains("")) {
                    keys.add(columns);
                }
            }
        }
        return keys;
    }

    private List<ForeignKey> foreignKeys() throws SQLException {
        Map<Integer, List<Pragmas.KeyRow>> keys = new LinkedHashMap<>();
        for (Pragmas.KeyRow row : pragmas.foreignKeys(relation.name())) {
            keys.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        List<ForeignKey> result = new ArrayList<>();
        for (List<Pragmas.KeyRow> rows : keys.values()) {
            ForeignKey key = foreignKey(rows);
            if (key != null) {
                result.add(key);
            }
        }
        return result;
    }

    /** A key with the target's own spelling of its names; null when it points nowhere. */
    private @Nullable ForeignKey foreignKey(List<Pragmas.KeyRow> rows) throws SQLException {
        String target = pragmas.tableName(rows.get(0).target());
        List<Pragmas.ColumnRow> targetColumns = target == null ? List.of() : pragmas.columns(target);
        List<String> columns = rows.stream().map(Pragmas.KeyRow::column).toList();
        List<String> targets = rows.get(0).targetColumn() == null
                ? primaryKey(targetColumns)
                : rows.stream()
                        .flatMap(row -> targetColumns.stream()
                                .map(Pragmas.ColumnRow::name)
                                .filter(name -> name.equalsIgnoreCase(row.targetColumn())))
                        .toList();
        if (target == null || targets.size() != columns.size()) {
            return null;
        }
        String name = relation.name() + "_" + String.join("_", columns) + "_fkey";
        return new ForeignKey(name, columns, null, target, targets);
    }
}
