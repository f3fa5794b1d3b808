package io.fraiseql.core.compile;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares a schema with a live database: the sources and columns that it names must be there. */
public final class DatabaseCheck {

    private final String dialect;
    private final DatabaseSchema found;
    private final List<String> problems = new ArrayList<>();

    private DatabaseCheck(String dialect, DatabaseSchema found) {
        this.dialect = dialect;
        this.found = found;
    }

    /**
     * Checks every type that has a source.
     *
     * @throws FraiseqlException {@link CoreErrorCode#INVALID_SCHEMA} with everything that is missing
     */
    public static void check(Model model, String dialect, Database database) {
        DatabaseCheck check = new DatabaseCheck(dialect, database.introspect(schemas(model, dialect)));
        model.types().values().forEach(check::type);
        if (!check.problems.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_SCHEMA,
                    "the database does not fit the schema:\n  " + String.join("\n  ", check.problems));
        }
    }

    private static List<String> schemas(Model model, String dialect) {
        Set<String> schemas = new LinkedHashSet<>();
        boolean defaultToo = false;
        for (ObjectType type : model.types().values()) {
            if (type.source().kind() != Source.Kind.EMBEDDED) {
                List<String> name = type.source().relation().get(dialect);
                defaultToo |= name.size() == 1;
                if (name.size() > 1) {
                    schemas.add(name.get(0));
                }
            }
        }
        if (defaultToo && !schemas.isEmpty()) {
            schemas.add("");
        }
        return List.copyOf(schemas);
    }

    private void type(ObjectType type) {
        if (type.source().kind() == Source.Kind.EMBEDDED) {
            return;
        }
        List<String> name = type.source().relation().get(dialect);
        DatabaseSchema.Table table = table(name);
        if (table == null) {
            problems.add(type.name() + ": there is no table or view " + String.join(".", name));
            return;
        }
        if (type.source().kind() == Source.Kind.DOCUMENT) {
            column(type.name(), table, type.source().jsonColumn());
        }
        for (Field field : type.fields().values()) {
            String place = type.name() + "." + field.name();
            if (field.relation() != null) {
                field.relation().from().get(dialect).forEach(column -> column(place, table, column));
            } else if (field.computed() == null && type.source().kind() == Source.Kind.COLUMNS) {
                column(place, table, field.column().get(dialect));
            }
        }
    }

    private void column(String place, DatabaseSchema.Table table, String column) {
        if (table.columns().stream().noneMatch(candidate -> candidate.name().equals(column))) {
            problems.add(place + ": " + table.name() + " has no column " + column);
        }
    }

    private DatabaseSchema.@Nullable Table table(List<String> name) {
        String last = name.get(name.size() - 1);
        String schema = name.size() > 1 ? name.get(0) : null;
        return found.tables().stream()
                .filter(table -> table.name().equals(last)
                        && (schema == null ? table.schema() == null : schema.equals(table.schema())))
                .findFirst()
                .orElse(null);
    }
}
