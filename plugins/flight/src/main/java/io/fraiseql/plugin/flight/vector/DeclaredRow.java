package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredType;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.query.RowField;

/** Gives a column of a table the type that a schema declares. */
public final class DeclaredRow {

    private DeclaredRow() {}

    /** The column as it is declared; null when it cannot be that. A smaller type may be declared: a value that does not fit it ends the stream. */
    public static @Nullable RowField field(DeclaredField declared, RowField column) {
        if (column.kind() == RowField.Kind.ENUM) {
            return declared.type().kind() == DeclaredType.Kind.STRING
                    ? nullable(declared, column, ColumnType.TEXT)
                    : null;
        }
        ColumnType type = type(declared.type(), column.type());
        return type == null ? null : nullable(declared, column, type);
    }

    private static @Nullable RowField nullable(DeclaredField declared, RowField column, ColumnType type) {
        if (column.nullable() && !declared.nullable()) {
            return null;
        }
        boolean decimal = type == ColumnType.DECIMAL;
        return new RowField(
                column.name(),
                column.kind(),
                type,
                declared.nullable(),
                column.column(),
                decimal ? declared.type().precision() : null,
                decimal ? declared.type().scale() : null,
                column.names(),
                column.fields());
    }

    private static @Nullable ColumnType type(DeclaredType declared, ColumnType column) {
        boolean zoned = declared.timezone() != null;
        ColumnType wanted =
                switch (declared.kind()) {
                    case STRING ->
                        column == ColumnType.DURATION || column == ColumnType.JSON ? column : ColumnType.TEXT;
                    case INT32 -> ColumnType.INT;
                    case INT64 -> ColumnType.BIGINT;
                    case FLOAT32 -> ColumnType.FLOAT32;
                    case FLOAT64 -> ColumnType.FLOAT;
                    case BOOL -> ColumnType.BOOLEAN;
                    case DECIMAL -> ColumnType.DECIMAL;
                    case DATE -> ColumnType.DATE;
                    case TIME_US -> ColumnType.TIME;
                    case TIMESTAMP_US -> zoned ? ColumnType.DATETIME : ColumnType.LOCAL_DATETIME;
                    case BINARY -> ColumnType.BYTES;
                    case UUID -> ColumnType.UUID;
                    case INT8,
                            INT16,
                            UINT8,
                            UINT16,
                            UINT32,
                            UINT64,
                            TIMESTAMP_S,
                            TIMESTAMP_MS,
                            TIMESTAMP_NS,
                            LIST,
                            STRUCT,
                            MAP -> null;
                };
        boolean integers = (wanted == ColumnType.INT || wanted == ColumnType.BIGINT)
                && (column == ColumnType.INT || column == ColumnType.BIGINT);
        boolean floats = wanted == ColumnType.FLOAT && column == ColumnType.FLOAT32;
        return wanted == column || integers || floats ? wanted : null;
    }
}
