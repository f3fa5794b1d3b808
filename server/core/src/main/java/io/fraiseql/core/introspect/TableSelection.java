package io.fraiseql.core.introspect;

import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.List;
import java.util.regex.Pattern;

/** Picks the tables that the options ask for, never the server's own, and says which of the options matched nothing. */
final class TableSelection {

    private static final String OWN_TABLES = "fraiseql_";

    private final IntrospectOptions options;
    private final List<String> notes;

    TableSelection(IntrospectOptions options, List<String> notes) {
        this.options = options;
        this.notes = notes;
    }

    List<Table> pick(List<Table> tables) {
        options.include().forEach(glob -> noteUnused("--include", glob, tables));
        options.exclude().forEach(glob -> noteUnused("--exclude", glob, tables));
        for (String schema : options.schemas()) {
            if (tables.stream().noneMatch(table -> schema.equals(schemaOf(table)))) {
                notes.add("--schema " + schema + " has no table");
            }
        }
        return tables.stream().filter(this::isWanted).toList();
    }

    private boolean isWanted(Table table) {
        boolean schema = options.schemas().isEmpty() || options.schemas().contains(schemaOf(table));
        boolean included = options.include().isEmpty() || matchesAny(options.include(), table);
        boolean own = table.name().startsWith(OWN_TABLES);
        return schema && included && !own && !matchesAny(options.exclude(), table);
    }

    private static String schemaOf(Table table) {
        String schema = table.schema();
        return schema == null ? "" : schema;
    }

    private void noteUnused(String option, String glob, List<Table> tables) {
        if (tables.stream().noneMatch(table -> matchesAny(List.of(glob), table))) {
            notes.add(option + " " + glob + " matches no table");
        }
    }

    private static boolean matchesAny(List<String> globs, Table table) {
        for (String glob : globs) {
            Pattern pattern = pattern(glob);
            if (pattern.matcher(table.name()).matches()
                    || pattern.matcher(TableName.of(table).text()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
