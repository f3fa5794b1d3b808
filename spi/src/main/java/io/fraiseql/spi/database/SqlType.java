package io.fraiseql.spi.database;

import io.fraiseql.spi.Nullable;

/**
 * What a database says of a column: data, written by introspection into the schema's {@code sql} key and handed back to the
 * dialect with each expression on the column.
 *
 * @param type the declared type as the database writes it, for example {@code character varying} or {@code DATETIME}; a type in
 *     another schema is qualified and quoted as needed
 * @param precision of a decimal; null when not declared
 * @param scale of a decimal; null when not declared
 * @param length of a string or binary; null when not declared
 * @param collation when it is not the database's default
 * @param storage how a value is stored where the database has no type of its own for it: {@code iso}, {@code epoch_s}, {@code
 *     epoch_ms}, {@code julian} for times, {@code text} or {@code binary} for UUIDs; null where the type says it
 * @param array whether the column is an array of {@code type}
 * @param generated computed by the database; never written
 * @param identity filled by the database when absent
 * @param hasDefault has a default expression
 */
public record SqlType(
        String type,
        @Nullable Integer precision,
        @Nullable Integer scale,
        @Nullable Integer length,
        @Nullable String collation,
        @Nullable String storage,
        boolean array,
        boolean generated,
        boolean identity,
        boolean hasDefault) {

    /** A type of which only the name is known. */
    public static SqlType named(String type) {
        return new SqlType(type, null, null, null, null, null, false, false, false, false);
    }
}
