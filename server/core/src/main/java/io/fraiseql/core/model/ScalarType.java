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
 * @param validated whether {@code core.schema.ScalarCatalog} has a check for its text
 */
public record ScalarType(String name, @Nullable String description, ColumnType type, boolean validated) {

    private static final Set<String> FLOAT32 = Set.of("float4", "real");

    /**
     * How a column of this scalar is read. A {@code Float} in a {@code real} or {@code float4} column has 32 bits, unless the column
     * says more than 24 bits of precision, as introspection does where {@code real} is a double.
     *
     * @param sql what is known of the column; null when nothing
     */
    public ColumnType columnType(@Nullable SqlType sql) {
        if (type != ColumnType.FLOAT
                || sql == null
                || !FLOAT32.contains(sql.type().toLowerCase(Locale.ROOT))) {
            return type;
        }
        Integer precision = sql.precision();
        return precision != null && precision > 24 ? type : ColumnType.FLOAT32;
    }
}
