package io.fraiseql.core.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table with the names it gets.
 *
 * @param type the name of its type
 * @param fields the names of its fields by column, for the columns that can be read
 */
record NamedTable(Table table, String type, Map<String, String> fields) {

    NamedTable {
        table = inColumnOrder(table);
    }

    /** With its foreign keys in the order of their columns, whatever order the database tells them in. */
    private static Table inColumnOrder(Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        Comparator<ForeignKey> byColumns = Comparator.comparing(
                key -> key.columns().stream().map(names::indexOf).toList(), NamedTable::compare);
        return new Table(
                table.schema(),
                table.name(),
                table.view(),
                table.comment(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys().stream()
                        .sorted(byColumns.thenComparing(ForeignKey::targetTable))
                        .toList());
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    TableName name() {
        return TableName.of(table);
    }

    /** Whether every column of the primary key can be read; false without one. */
    boolean hasKey() {
        return !table.primaryKey().isEmpty() && fields.keySet().containsAll(table.primaryKey());
    }

    /** Whether it does nothing but link two rows: two foreign keys that make up its primary key and all its columns. */
    boolean isLink() {
        if (table.foreignKeys().size() != 2) {
            return false;
        }
        Set<String> linking = new HashSet<>();
        int count = 0;
        for (ForeignKey key : table.foreignKeys()) {
            linking.addAll(key.columns());
            count += key.columns().size();
        }
        Set<String> all = new HashSet<>();
        table.columns().forEach(column -> all.add(column.name()));
        return linking.size() == count && linking.equals(all) && linking.equals(Set.copyOf(table.primaryKey()));
    }

    /** Whether no two rows have the same values in these columns. */
    boolean isUnique(List<String> columns) {
        return Stream.concat(Stream.of(table.primaryKey()), table.uniqueKeys().stream())
                .anyMatch(key -> !key.isEmpty() && columns.containsAll(key));
    }

    /** The foreign keys that lead to a table. */
    List<ForeignKey> keysTo(TableName target) {
        return table.foreignKeys().stream()
                .filter(key -> TableName.target(key).equals(target))
                .toList();
    }

    /** The field of a column; null when it cannot be read. */
    @Nullable
    String field(String column) {
        return fields.get(column);
    }
}
