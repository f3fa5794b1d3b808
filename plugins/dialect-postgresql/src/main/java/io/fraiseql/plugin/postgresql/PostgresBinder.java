package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlStatement.BindType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Sets parameters. Texts go without a type, so that the cast which {@link PostgresDialect} writes around every bind decides it and
 * nothing is converted twice.
 */
final class PostgresBinder {

    private PostgresBinder() {}

    static void bind(PreparedStatement target, int index, BindType bind, @Nullable Object value) throws SQLException {
        if (value == null) {
            target.setNull(index, Types.OTHER);
        } else if (bind.list()) {
            bindList(target, index, bind.type(), (List<?>) value);
        } else {
            bindOne(target, index, bind.type(), value);
        }
    }

    private static void bindOne(PreparedStatement target, int index, ColumnType type, Object value)
            throws SQLException {
        switch (type) {
            case BOOLEAN -> target.setBoolean(index, (Boolean) value);
            case INT, BIGINT -> target.setLong(index, (Long) value);
            case FLOAT32, FLOAT -> target.setDouble(index, (Double) value);
            case DECIMAL -> target.setBigDecimal(index, (BigDecimal) value);
            case BYTES -> target.setBytes(index, (byte[]) value);
            case TEXT, DURATION, JSON -> target.setObject(index, value, Types.OTHER);
            case UUID, DATETIME, LOCAL_DATETIME, DATE, TIME -> target.setObject(index, value);
        }
    }

    private static void bindList(PreparedStatement target, int index, ColumnType type, List<?> values)
            throws SQLException {
        target.setArray(index, target.getConnection().createArrayOf(elementType(type), elements(type, values)));
    }

    /** A type that holds every value that is bound so, and whose text the type of the bind reads. */
    static String sentType(BindType bind) {
        return elementType(bind.type()) + (bind.list() ? "[]" : "");
    }

    private static String elementType(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> "bool";
            case INT, BIGINT -> "int8";
            case FLOAT32, FLOAT -> "float8";
            case DECIMAL -> "numeric";
            case UUID -> "uuid";
            case BYTES -> "bytea";
            case TEXT, DURATION, JSON, DATETIME, LOCAL_DATETIME, DATE, TIME -> "text";
        };
    }

    private static Object[] elements(ColumnType type, List<?> values) {
        return switch (type) {
            case BOOLEAN -> values.toArray(new Boolean[0]);
            case INT, BIGINT -> values.toArray(new Long[0]);
            case FLOAT32, FLOAT -> values.toArray(new Double[0]);
            case BYTES -> values.toArray(new byte[0][]);
            case DECIMAL -> values.toArray(new BigDecimal[0]);
            case UUID -> values.toArray(new java.util.UUID[0]);
            case TEXT, DURATION, JSON, DATETIME, LOCAL_DATETIME, DATE, TIME ->
                values.stream()
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new);
        };
    }
}
