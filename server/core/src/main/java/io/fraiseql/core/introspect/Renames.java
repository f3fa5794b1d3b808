package io.fraiseql.core.introspect;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names an author gave by hand. */
final class Renames {

    private final Map<String, String> renames;

    /**
     * @throws FraiseqlException with {@link CoreErrorCode#INVALID_CONFIGURATION} when a rename is for no table or column of these, or to
     *     no legal name
     */
    Renames(Map<String, String> renames, List<Table> tables) {
        this.renames = renames;
        Set<String> known = new HashSet<>();
        for (Table table : tables) {
            for (String name : namesOf(table)) {
                known.add(name);
                table.columns().forEach(column -> known.add(name + "." + column.name()));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String key : new TreeSet<>(renames.keySet())) {
            String name = String.valueOf(renames.get(key));
            if (!known.contains(key)) {
                wrong.add("`" + key
                        + "` is no table or column that is taken; write `table`, `schema.table` or `table.column`");
            } else if (!Names.isLegal(name) || name.startsWith("__")) {
                wrong.add("`" + name + "` is no legal name; use letters, digits and `_`, and no digit first");
            }
        }
        if (!wrong.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION, "the renames have problems: " + String.join("; ", wrong));
        }
    }

    @Nullable
    String type(Table table) {
        return find(table, "");
    }

    @Nullable
    String field(Table table, Column column) {
        return find(table, "." + column.name());
    }

    private @Nullable String find(Table table, String ending) {
        for (String name : namesOf(table)) {
            String renamed = renames.get(name + ending);
            if (renamed != null) {
                return renamed;
            }
        }
        return null;
    }

    /** The more exact name first. */
    private static List<String> namesOf(Table table) {
        String full = TableName.of(table).text();
        return full.equals(table.name()) ? List.of(full) : List.of(full, table.name());
    }
}
