package io.fraiseql.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tables hold the rows of a type. */
public final class WrittenTables {

    private WrittenTables() {}

    /** The tables that the mutations of a type write on a dialect; its own source where there are none. */
    public static Set<List<String>> of(ObjectType type, Collection<Mutation> mutations, String dialect) {
        Set<List<String>> tables = new LinkedHashSet<>();
        for (Mutation mutation : of(type, mutations)) {
            tables.add(mutation.source().get(dialect));
        }
        if (tables.isEmpty()) {
            tables.add(type.source().relation().get(dialect));
        }
        return tables;
    }

    /** The mutations that write tables of a type. */
    public static List<Mutation> of(ObjectType type, Collection<Mutation> mutations) {
        List<Mutation> found = new ArrayList<>();
        for (Mutation mutation : mutations) {
            if (mutation.type().equals(type.name()) && mutation.operation() != Mutation.Operation.CUSTOM) {
                found.add(mutation);
            }
        }
        return found;
    }

    /** What events call the rows of a type. */
    public static Set<String> entities(ObjectType type, Collection<Mutation> mutations) {
        Set<String> entities = new LinkedHashSet<>();
        of(type, mutations).forEach(mutation -> entities.add(mutation.entity()));
        return entities.isEmpty() ? Set.of(type.name()) : entities;
    }
}
