package io.fraiseql.core.introspect;

import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the fields of a table's columns. */
final class FieldNames {

    private final Renames renames;
    private final List<String> notes;

    FieldNames(Renames renames, List<String> notes) {
        this.renames = renames;
        this.notes = notes;
    }

    /** The names by column, without the columns that cannot be read. */
    Map<String, String> of(Table table) {
        FreeNames names = new FreeNames(Set.of(), notes);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String name = renames.field(table, column);
            if (name != null && column.type() != null) {
                renamed.put(column.name(), names.take(describe(table, column), List.of(name)));
            }
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String given = renamed.get(column.name());
            if (column.type() == null) {
                notes.add(describe(table, column) + " is left out, because its type `"
                        + column.sql().type() + "` cannot be read");
            } else {
                fields.put(column.name(), given == null ? names.take(describe(table, column), wanted(column)) : given);
            }
        }
        return fields;
    }

    private static List<String> wanted(Column column) {
        String name = Words.of(column.name()).camelCase();
        return List.of(name.isEmpty() ? "field" : name);
    }

    private static String describe(Table table, Column column) {
        return "the column " + TableName.of(table).text() + "." + column.name();
    }
}
