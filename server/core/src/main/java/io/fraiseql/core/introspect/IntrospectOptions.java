package io.fraiseql.core.introspect;

import java.util.List;
import java.util.Map;

/**
 * What to take from a database and how to call it.
 *
 * @param include globs ({@code *}, {@code ?}) of {@code table} or {@code schema.table}; empty for all
 * @param exclude the same, taken away from those
 * @param schemas the schemas to look at, {@code ""} for the connection's default one; empty for all
 * @param renames the name of a type by {@code table} or {@code schema.table}, of a field by {@code table.column} or {@code
 *     schema.table.column}
 * @param mutations whether tables with a primary key get mutations
 */
public record IntrospectOptions(
        List<String> include,
        List<String> exclude,
        List<String> schemas,
        Map<String, String> renames,
        boolean mutations) {

    /** To read only. */
    public IntrospectOptions(
            List<String> include, List<String> exclude, List<String> schemas, Map<String, String> renames) {
        this(include, exclude, schemas, renames, false);
    }

    public IntrospectOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        schemas = List.copyOf(schemas);
        renames = Map.copyOf(renames);
    }

    /** The same with mutations. */
    public IntrospectOptions writing() {
        return new IntrospectOptions(include, exclude, schemas, renames, true);
    }

    /** Everything, under the names that follow from the rules. */
    public static IntrospectOptions all() {
        return new IntrospectOptions(List.of(), List.of(), List.of(), Map.of());
    }
}
