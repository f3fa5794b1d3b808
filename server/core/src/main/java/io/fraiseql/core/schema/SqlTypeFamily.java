package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The declared types of columns whose meaning every database shares. Others, and all text types, may hold anything. */
enum SqlTypeFamily {
    UUID("uuid|uniqueidentifier", EnumSet.of(ColumnType.UUID, ColumnType.TEXT)),
    BOOLEAN("bool|boolean", EnumSet.of(ColumnType.BOOLEAN)),
    JSON("jsonb?", EnumSet.of(ColumnType.JSON, ColumnType.TEXT)),
    INTEGER(
            "(tiny|small|medium|big)?int|integer|int[248]|(small|big)?serial",
            EnumSet.of(
                    ColumnType.INT,
                    ColumnType.BIGINT,
                    ColumnType.DECIMAL,
                    ColumnType.FLOAT,
                    ColumnType.FLOAT32,
                    ColumnType.BOOLEAN,
                    ColumnType.TEXT)),
    NUMBER(
            "numeric|decimal|real|float[48]?|double( precision)?",
            EnumSet.of(ColumnType.DECIMAL, ColumnType.FLOAT, ColumnType.FLOAT32, ColumnType.INT, ColumnType.BIGINT)),
    BINARY("bytea|blob|varbinary", EnumSet.of(ColumnType.BYTES, ColumnType.UUID));

    private final Pattern names;
    private final Set<ColumnType> holds;

    SqlTypeFamily(String names, Set<ColumnType> holds) {
        this.names = Pattern.compile("(" + names + ")(\\s*\\(.*\\))?");
        this.holds = holds;
    }

    /** The family of a declared type; null when it has none. */
    static @Nullable SqlTypeFamily of(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        for (SqlTypeFamily family : values()) {
            if (family.names.matcher(name).matches()) {
                return family;
            }
        }
        return null;
    }

    /** Whether such a column can hold values of that type. */
    boolean holds(ColumnType type) {
        return holds.contains(type);
    }
}
