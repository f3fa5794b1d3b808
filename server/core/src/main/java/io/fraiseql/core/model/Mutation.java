package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A field of the mutation type: it writes a table or calls a function.
 *
 * @param many whether it writes any number of rows and answers with a count and the rows, or one row and answers with that
 * @param type the object type of the written rows: its stored fields are the table's columns, its key finds them again
 * @param source the table, or the function of a {@link Operation#CUSTOM} one, as one or more name parts; a table may be another than the
 *     one that the type is read from
 * @param arguments of the function, in order; empty for a table
 * @param entity what events call the rows
 * @param deprecation the reason; null when not deprecated
 */
public record Mutation(
        String name,
        @Nullable String description,
        Operation operation,
        boolean many,
        String type,
        ByDialect<List<String>> source,
        List<RootField.Argument> arguments,
        String entity,
        @Nullable String deprecation) {

    /** What is done with the rows. */
    public enum Operation {
        INSERT,
        UPDATE,
        DELETE,
        /** Inserts a row, or updates the one that has its key. */
        UPSERT,
        /** Calls a function of the database. */
        CUSTOM
    }
}
