package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Locale;

/**
 * How values of one type and storage are made comparable: what is written around a stored value, and around a bound one. {@code %}
 * stands for the value. A stored value that is written plainly keeps its index.
 *
 * <p>Binds arrive as {@link io.fraiseql.plugin.sqlite.SqliteBinder} makes them: date-times and times as microseconds, dates as {@code
 * YYYY-MM-DD}, UUIDs in lower case, decimals in their shortest plain form.
 */
public record Form(String stored, String bound, String listed) {

    private static final Form PLAIN = new Form("%", "%", "%");
    private static final Form UUID_TEXT = new Form("lower(%)", "%", "%");
    private static final Form UUID_BLOB = new Form("%", "unhex(%, '-')", "unhex(%, '-')");
    private static final Form BYTES = new Form("%", "%", "unhex(%)");
    private static final String JULIAN_MICROS = "(CAST((%) * 86400000.0 + 0.5 AS INTEGER) * 1000 - 210866760000000000)";

    static Form of(ColumnType type, @Nullable SqlType sql) {
        return switch (type) {
            case DATETIME, LOCAL_DATETIME, TIME -> time(type, TimeStorage.of(sql));
            case DATE -> date(TimeStorage.of(sql));
            case DURATION -> both("fraiseql_duration(%)");
            case DECIMAL -> new Form("fraiseql_decimal(%, " + scale(sql) + ")", "%", "%");
            case UUID -> uuid(sql);
            case BYTES -> BYTES;
            default -> PLAIN;
        };
    }

    /** The declared scale as our functions take it. */
    static String scale(@Nullable SqlType sql) {
        return sql == null || sql.scale() == null ? "-1" : sql.scale().toString();
    }

    /** Whether UUIDs are stored as 16 bytes. */
    static boolean binaryUuid(@Nullable SqlType sql) {
        if (sql == null) {
            return false;
        }
        String storage = sql.storage();
        if (storage == null) {
            return Affinity.of(sql) == Affinity.BLOB;
        }
        return switch (storage) {
            case "binary" -> true;
            case "text" -> false;
            default ->
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "the storage '" + storage + "' of a UUID is unknown on SQLite; write text or binary");
        };
    }

    /**
     * Whether each UUID is known to be a text whose letters have one case: in declared columns, but those whose own comparison takes
     * both cases for the same.
     */
    public static boolean uuidInOneCase(@Nullable SqlType sql) {
        return sql != null && !binaryUuid(sql) && !anyCase(sql);
    }

    private static Form uuid(@Nullable SqlType sql) {
        if (binaryUuid(sql)) {
            return UUID_BLOB;
        }
        return anyCase(sql) ? PLAIN : UUID_TEXT;
    }

    private static boolean anyCase(@Nullable SqlType sql) {
        return sql != null && "NOCASE".equalsIgnoreCase(sql.collation());
    }

    private static Form time(ColumnType type, TimeStorage storage) {
        return switch (storage) {
            case ISO -> new Form("fraiseql_" + type.name().toLowerCase(Locale.ROOT) + "(%)", "%", "%");
            case EPOCH_SECONDS -> converted("(% / 1000000.0)");
            case EPOCH_MILLIS -> converted("(% / 1000.0)");
            case JULIAN -> julian(type);
        };
    }

    private static Form julian(ColumnType type) {
        if (type == ColumnType.TIME) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "a Time cannot have the storage 'julian'; write iso, epoch_s or epoch_ms");
        }
        return new Form(JULIAN_MICROS, "%", "%");
    }

    private static Form date(TimeStorage storage) {
        return switch (storage) {
            case ISO -> PLAIN;
            case EPOCH_SECONDS -> converted("unixepoch(%)");
            case EPOCH_MILLIS -> converted("(unixepoch(%) * 1000)");
            case JULIAN -> converted("julianday(%)");
        };
    }

    private static Form converted(String bound) {
        return new Form("%", bound, bound);
    }

    private static Form both(String form) {
        return new Form(form, form, form);
    }
}
