package io.fraiseql.spi.columnar;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Locale;

/**
 * The type of a declared column: data, made by the host.
 *
 * @param precision of a decimal; 0 for others
 * @param scale of a decimal; 0 for others
 * @param timezone of a timestamp that is a moment; null for one without zone and for others
 * @param fields of a struct; {@code item} of a list; {@code key} and {@code value} of a map; empty for others
 */
public record DeclaredType(
        Kind kind, int precision, int scale, @Nullable String timezone, List<DeclaredField> fields) {

    public DeclaredType {
        fields = List.copyOf(fields);
    }

    /** A type that is said by its kind alone. */
    public static DeclaredType of(Kind kind) {
        return new DeclaredType(kind, 0, 0, null, List.of());
    }

    /** What there is. */
    public enum Kind {
        STRING,
        INT8,
        INT16,
        INT32,
        INT64,
        UINT8,
        UINT16,
        UINT32,
        UINT64,
        FLOAT32,
        FLOAT64,
        BOOL,
        DECIMAL,
        DATE,
        TIME_US,
        TIMESTAMP_S,
        TIMESTAMP_MS,
        TIMESTAMP_US,
        TIMESTAMP_NS,
        BINARY,
        UUID,
        LIST,
        STRUCT,
        MAP;

        /** As it is written in files. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case DECIMAL -> "decimal(" + precision + ", " + scale + ")";
            case TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_US, TIMESTAMP_NS ->
                timezone == null ? kind.text() : kind.text() + "(" + timezone + ")";
            default -> kind.text();
        };
    }
}
