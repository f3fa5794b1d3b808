package io.fraiseql.plugin.sqlite.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declared type means. SQLite takes any words as a type, so this is our reading of the usual ones:
 *
 * <ul>
 *   <li>integers up to {@code INTEGER} are 32 bits, {@code BIGINT}, {@code INT8} and {@code UNSIGNED BIG INT} 64;
 *   <li>{@code DECIMAL(p, s)} and {@code NUMERIC(p, s)} are decimals; above 15 digits SQLite's numbers are not exact, so the storage
 *       is {@code text} and the column must be declared as text to keep them, which {@code DECIMAL_TEXT(p, s)} is; without precision
 *       they are floating-point numbers, as SQLite stores them;
 *   <li>{@code DATE, TIME, DATETIME, TIMESTAMP} are ISO 8601 text, with zone only where the type says so.
 * </ul>
 *
 * @param type null when we cannot tell
 */
record DeclaredType(
        String name,
        @Nullable ColumnType type,
        @Nullable Integer precision,
        @Nullable Integer scale,
        @Nullable Integer length,
        @Nullable String storage) {

    private static final Pattern FORM =
            Pattern.compile("([^(]*)(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?(.*)", Pattern.DOTALL);
    private static final int EXACT_DIGITS = 15;

    static DeclaredType of(String declared) {
        Matcher form = FORM.matcher(declared);
        if (!form.matches()) {
            return new DeclaredType(declared, null, null, null, null, null);
        }
        String words = (form.group(1) + " " + form.group(4))
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
        ColumnType type = type(words);
        Integer first = number(form.group(2));
        if (type == ColumnType.DECIMAL) {
            return decimal(declared, first, number(form.group(3)));
        }
        Integer length = type == ColumnType.TEXT || type == ColumnType.BYTES ? first : null;
        return new DeclaredType(declared, type, null, null, length, storage(type));
    }

    private static DeclaredType decimal(String declared, @Nullable Integer precision, @Nullable Integer scale) {
        if (precision == null) {
            return new DeclaredType(declared, ColumnType.FLOAT, null, null, null, null);
        }
        String storage = precision > EXACT_DIGITS ? "text" : null;
        return new DeclaredType(declared, ColumnType.DECIMAL, precision, scale == null ? 0 : scale, null, storage);
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static @Nullable String storage(@Nullable ColumnType type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case DATE, TIME, DATETIME, LOCAL_DATETIME -> "iso";
            case UUID -> "text";
            default -> null;
        };
    }

    private static @Nullable ColumnType type(String words) {
        return switch (words) {
            case "INT", "INTEGER", "SMALLINT", "TINYINT", "MEDIUMINT", "INT2", "INT4" -> ColumnType.INT;
            case "BIGINT", "INT8", "UNSIGNED BIG INT", "BIG INT" -> ColumnType.BIGINT;
            case "BOOLEAN", "BOOL" -> ColumnType.BOOLEAN;
            case "CHAR",
                    "CHARACTER",
                    "TEXT",
                    "CLOB",
                    "VARCHAR",
                    "NVARCHAR",
                    "NCHAR",
                    "VARYING CHARACTER",
                    "CHARACTER VARYING",
                    "NATIVE CHARACTER" -> ColumnType.TEXT;
            case "REAL", "DOUBLE", "FLOAT", "DOUBLE PRECISION" -> ColumnType.FLOAT;
            case "NUMERIC", "DECIMAL", "DECIMAL_TEXT" -> ColumnType.DECIMAL;
            case "DATE" -> ColumnType.DATE;
            case "DATETIME", "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE" -> ColumnType.LOCAL_DATETIME;
            case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> ColumnType.DATETIME;
            case "TIME", "TIME WITHOUT TIME ZONE" -> ColumnType.TIME;
            case "UUID", "GUID" -> ColumnType.UUID;
            case "JSON", "JSONB" -> ColumnType.JSON;
            case "BLOB" -> ColumnType.BYTES;
            case "INTERVAL" -> ColumnType.DURATION;
            default -> null;
        };
    }
}
