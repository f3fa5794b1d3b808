package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.Locale;

/** How SQLite converts what is stored in a column, found from the declared type by SQLite's own rules. */
public enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC;

    /** The affinity of a declared type; null when the type is unknown. */
    public static @Nullable Affinity of(@Nullable SqlType sql) {
        return sql == null ? null : of(sql.type());
    }

    /** The affinity of a declared type. */
    public static Affinity of(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        }
        if (type.contains("BLOB") || type.isBlank()) {
            return BLOB;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
    }

    /** Whether text that looks like a number is stored as one. */
    boolean numeric() {
        return this == INTEGER || this == REAL || this == NUMERIC;
    }
}
