package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.Locale;
import java.util.Set;

/**
 * A scalar.
 *
 * @param type how it is stored and compared
 * @param validated whether {@code core.scalar.ScalarCatalog} has a check for its text
 */
public record ScalarType(String name, @Nullable String description, ColumnType type, boolean validated) {

    private static final Set<String> FLOAT32 = Set.of("float4", "real");

    /**
     * How a column of this scalar is read: as its {@link #type}, or with 32 bits where {@link #isFloat32} says so.
     *
     * @param sql what is known of the column; null when nothing
     */
    public ColumnType columnType(@Nullable SqlType sql) {
        return type == ColumnType.FLOAT && sql != null && isFloat32(sql) ? ColumnType.FLOAT32 : type;
    }

    /**
     * Whether a floating-point column has 32 bits: a {@code real} or {@code float4} without a precision, or one whose name starts with
     * {@code float} or {@code real} and whose precision is at most 24 bits. Introspection writes that precision where the name alone
     * would mislead.
     */
    public static boolean isFloat32(SqlType sql) {
        String declared = sql.type().toLowerCase(Locale.ROOT);
        Integer precision = sql.precision();
        return precision == null
                ? FLOAT32.contains(declared)
                : precision <= 24 && (declared.startsWith("float") || declared.startsWith("real"));
    }
}
