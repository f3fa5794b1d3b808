package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The declared types of columns whose meaning every database shares. Others, and all text types, may hold anything. */
enum SqlTypeFamily {
    UUID("uuid,uniqueidentifier", EnumSet.of(ColumnType.UUID, ColumnType.TEXT)),
    BOOLEAN("bool,boolean", EnumSet.of(ColumnType.BOOLEAN)),
    JSON("json,jsonb", EnumSet.of(ColumnType.JSON, ColumnType.TEXT)),
    INTEGER(
            "int,tinyint,smallint,mediumint,bigint,integer,int2,int4,int8,serial,smallserial,bigserial",
            EnumSet.of(
                    ColumnType.INT,
                    ColumnType.BIGINT,
                    ColumnType.DECIMAL,
                    ColumnType.FLOAT,
                    ColumnType.FLOAT32,
                    ColumnType.BOOLEAN,
                    ColumnType.TEXT)),
    NUMBER(
            "numeric,decimal,real,float,float4,float8,double,double precision",
            EnumSet.of(ColumnType.DECIMAL, ColumnType.FLOAT, ColumnType.FLOAT32, ColumnType.INT, ColumnType.BIGINT)),
    BINARY("bytea,blob,varbinary", EnumSet.of(ColumnType.BYTES, ColumnType.UUID));

    private final Set<String> names;
    private final Set<ColumnType> holds;

    SqlTypeFamily(String names, Set<ColumnType> holds) {
        this.names = Set.of(names.split(",", 0));
        this.holds = holds;
    }

    /** The family of a declared type; null when it has none. */
    static @Nullable SqlTypeFamily of(String declared) {
        int arguments = declared.indexOf('(');
        String bare = arguments < 0 ? declared : declared.substring(0, arguments);
        String name = bare.strip().toLowerCase(Locale.ROOT);
        for (SqlTypeFamily family : values()) {
            if (family.names.contains(name)) {
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
