package io.fraiseql.core.introspect;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.regex.Pattern;

/** Picks the tables that the options ask for, never the server's own. What should be taken must be there; what is left out need not. */
final class TableSelection {

    private static final String OWN_TABLES = "fraiseql_";

    private final IntrospectOptions options;
    private final List<String> notes;

    TableSelection(IntrospectOptions options, List<String> notes) {
        this.options = options;
        this.notes = notes;
    }

    List<Table> pick(List<Table> tables) {
        List<String> missing = unused(options.include(), tables);
        if (!missing.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "no table or view is called " + String.join(", ", missing) + ", as --include wants it");
        }
        unused(options.exclude(), tables).forEach(glob -> notes.add("--exclude " + glob + " matches no table"));
        return tables.stream().filter(this::isWanted).toList();
    }

    private boolean isWanted(Table table) {
        boolean included = options.include().isEmpty() || matchesAny(options.include(), table);
        boolean own = table.name().startsWith(OWN_TABLES);
        return included && !own && !matchesAny(options.exclude(), table);
    }

    private static List<String> unused(List<String> globs, List<Table> tables) {
        return globs.stream()
                .filter(glob -> tables.stream().noneMatch(table -> matchesAny(List.of(glob), table)))
                .toList();
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
