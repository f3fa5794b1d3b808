package io.fraiseql.spi.database;

import java.util.List;

/**
 * A statement ready to run: data, made once by the engine's compiler and cached; its identity may serve as a cache key.
 *
 * @param sql with {@code ?} for every bind
 * @param binds one per {@code ?}, in order
 * @param shape of the rows
 */
public record SqlStatement(String sql, List<BindType> binds, RowShape shape) {

    public SqlStatement {
        binds = List.copyOf(binds);
    }

    /**
     * The type of one bound value.
     *
     * @param type decides the Java class, see {@link ColumnType}
     * @param list when true the value is a {@link List} of such values, never with nulls, bound as one parameter
     */
    public record BindType(ColumnType type, boolean list) {}
}
