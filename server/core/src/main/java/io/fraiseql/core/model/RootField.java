package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A field of the query type.
 *
 * @param type the object, interface or union it returns; a list or a single one
 * @param relation the table or view to read instead of the type's own source; null for the type's own
 * @param arguments equality conditions on fields of the type, in order; a by-key query has one per key field
 * @param where whether it takes {@code where}; likewise the next three
 * @param offers what else is made from it
 * @param deprecation the reason; null when not deprecated
 * @param windows of its groups; only where aggregates stand alone
 * @param cacheSeconds how long an answer may be kept and given again; 0 for not at all
 */
public record RootField(
        String name,
        @Nullable String description,
        TypeRef type,
        @Nullable ByDialect<List<String>> relation,
        List<Argument> arguments,
        boolean where,
        boolean orderBy,
        boolean limit,
        boolean offset,
        Offers offers,
        @Nullable String deprecation,
        int cacheSeconds,
        List<AggregateWindow> windows) {

    public RootField {
        windows = List.copyOf(windows);
    }

    /** A query without windows. */
    public RootField(
            String name,
            @Nullable String description,
            TypeRef type,
            @Nullable ByDialect<List<String>> relation,
            List<Argument> arguments,
            boolean where,
            boolean orderBy,
            boolean limit,
            boolean offset,
            Offers offers,
            @Nullable String deprecation,
            int cacheSeconds) {
        this(
                name,
                description,
                type,
                relation,
                arguments,
                where,
                orderBy,
                limit,
                offset,
                offers,
                deprecation,
                cacheSeconds,
                List.of());
    }

    /**
     * An argument that filters by equality on the field of its name.
     *
     * @param defaultValue as JSON text; null when there is none
     */
    public record Argument(
            String name, TypeRef type, @Nullable String defaultValue) {}
}
