package io.fraiseql.core.introspect;

import java.util.List;
import java.util.Map;

/**
 * What to take from a database and how to call it.
 *
 * @param include globs ({@code *}, {@code ?}) of {@code table} or {@code schema.table}; empty for all
 * @param exclude the same, taken away from those
 * @param renames the name of a type by {@code table} or {@code schema.table}, of a field by {@code table.column} or {@code
 *     schema.table.column}
 * @param mutations whether tables with a primary key get mutations
 */
public record IntrospectOptions(
        List<String> include, List<String> exclude, Map<String, String> renames, boolean mutations) {

    public IntrospectOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        renames = Map.copyOf(renames);
    }

    /** The same with mutations. */
    public IntrospectOptions writing() {
        return new IntrospectOptions(include, exclude, renames, true);
    }

    /** Everything, under the names that follow from the rules. */
    public static IntrospectOptions all() {
        return new IntrospectOptions(List.of(), List.of(), Map.of(), false);
    }
}
