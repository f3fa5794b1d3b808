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
     * @param type decides the Java class, see {@link ColumnType}; of no meaning for rows
     * @param list when true the value is a {@link List} of such values bound as one parameter; with nulls only where the list is a column
     *     of {@link io.fraiseql.spi.sql.SqlRelation.BoundRows}
     * @param row when not empty the value is a list of rows bound as one parameter, each row a list of values of these types, nulls included
     */
    public record BindType(ColumnType type, boolean list, List<ColumnType> row) {
        public BindType {
            row = List.copyOf(row);
        }

        /** A value or a list of values. */
        public BindType(ColumnType type, boolean list) {
            this(type, list, List.of());
        }
    }
}
