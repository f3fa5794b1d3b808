package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.Locale;
import java.util.Set;

/**
 * How a leaf field travels between the database and the engine on one dialect.
 *
 * @param type what the cursor reads and what is bound
 * @param sql the declared type; null when unknown
 */
record ValueType(ColumnType type, @Nullable SqlType sql) {

    private static final Set<String> INTEGERS =
            Set.of("int", "integer", "bigint", "smallint", "int2", "int4", "int8", "serial", "bigserial");

    static ValueType of(Field field, Model model, String dialect) {
        SqlType sql =
                field.sql() != null && field.sql().has(dialect) ? field.sql().get(dialect) : null;
        if (field.type().list()) {
            return new ValueType(ColumnType.JSON, sql);
        }
        if (field.type().kind() == TypeRef.Kind.ENUM) {
            return new ValueType(ColumnType.TEXT, sql);
        }
        if (field.type().kind() != TypeRef.Kind.SCALAR) {
            return new ValueType(ColumnType.JSON, sql);
        }
        ColumnType type = scalarType(model, field.type().name()).columnType(sql);
        String declared = sql == null ? "" : sql.type().toLowerCase(Locale.ROOT);
        if (field.type().name().equals("ID")) {
            type = identifier(declared);
        }
        return new ValueType(type, sql);
    }

    static ColumnType scalar(Model model, String name) {
        return scalarType(model, name).type();
    }

    private static ScalarType scalarType(Model model, String name) {
        ScalarType scalar = model.scalars().get(name);
        if (scalar == null) {
            throw new IllegalStateException("the schema has no scalar " + name);
        }
        return scalar;
    }

    private static ColumnType identifier(String declared) {
        if (INTEGERS.contains(declared)) {
            return ColumnType.BIGINT;
        }
        return declared.equals("uuid") ? ColumnType.UUID : ColumnType.TEXT;
    }
}
