package io.fraiseql.core.plan;

import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;

/**
 * One aggregate over rows.
 *
 * @param field what it looks like to filters and orders: a name of its own and the scalar of the result
 * @param kind how it is written
 */
record AggregateValue(Field field, SqlExpr value, ValueType type, Kind kind) {

    /** Digits that an average has behind the point beside those of the column. */
    private static final int MORE_DIGITS = 6;

    static AggregateValue count() {
        return new AggregateValue(
                virtual("count", "Int"),
                SqlAggregation.Aggregate.count(),
                new ValueType(ColumnType.BIGINT, null),
                Kind.COUNT);
    }

    /** An aggregate of a field of a row; the function must have a result for it. */
    static AggregateValue of(AggregateFunction function, Field field, RowScope row, PlanContext context) {
        String scalar = function.fields().result(field, context.model);
        if (scalar == null) {
            throw new IllegalStateException("no " + function + " of " + field.name());
        }
        ValueType of = row.valueType(field);
        boolean codepoint = of.type() == ColumnType.TEXT && context.options.codepointOrder();
        int digits = digits(of);
        SqlExpr value =
                new SqlAggregation.Aggregate(function.sql(), row.value(field), of.type(), of.sql(), digits, codepoint);
        ValueType type = result(function, of, digits);
        return new AggregateValue(
                virtual(function.graphQLName() + " " + field.name(), scalar), value, type, kind(function, type));
    }

    private static @Nullable Integer scale(ValueType of) {
        return of.sql() == null || of.type() != ColumnType.DECIMAL
                ? null
                : of.sql().scale();
    }

    /** The digits behind the point of an average. */
    static int digits(ValueType of) {
        Integer scale = scale(of);
        return (scale == null ? 0 : scale) + MORE_DIGITS;
    }

    /**
     * The type of an aggregate.
     *
     * @param digits of an average
     */
    static ValueType result(AggregateFunction function, ValueType of, int digits) {
        Integer scale = scale(of);
        boolean inexact = of.type() == ColumnType.FLOAT || of.type() == ColumnType.FLOAT32;
        return switch (function) {
            case COUNT_DISTINCT -> new ValueType(ColumnType.BIGINT, null);
            case SUM ->
                inexact
                        ? new ValueType(ColumnType.FLOAT, null)
                        : of.type() == ColumnType.INT
                                ? new ValueType(ColumnType.BIGINT, null)
                                : decimal(of.type() == ColumnType.BIGINT ? Integer.valueOf(0) : scale);
            case AVG -> inexact ? new ValueType(ColumnType.FLOAT, null) : decimal(digits);
            case STDDEV, VARIANCE -> new ValueType(ColumnType.FLOAT, null);
            case MIN, MAX -> grouped(of);
        };
    }

    /** The type of a {@link SqlAggregation.GroupKey}. */
    static ValueType grouped(ValueType of) {
        return switch (of.type()) {
            case DECIMAL -> decimal(of.sql() == null ? null : of.sql().scale());
            case UUID -> of;
            default -> new ValueType(of.type(), null);
        };
    }

    private static ValueType decimal(@Nullable Integer scale) {
        return new ValueType(
                ColumnType.DECIMAL, new SqlType("text", null, scale, null, null, null, false, false, false, false));
    }

    /** How an aggregate of that type is written. */
    static Kind kind(AggregateFunction function, ValueType type) {
        boolean computed = type.type() == ColumnType.FLOAT
                && function != AggregateFunction.MIN
                && function != AggregateFunction.MAX;
        return function == AggregateFunction.COUNT_DISTINCT
                ? Kind.COUNT
                : computed ? Kind.ROUNDED : Kind.valueOf(type.type().name());
    }

    static Field virtual(String name, String scalar) {
        TypeRef type = new TypeRef(TypeRef.Kind.SCALAR, scalar, true, false, false);
        return virtual(name, type);
    }

    static Field virtual(String name, TypeRef type) {
        return new Field(name, null, type, ByDialect.same(name), null, null, null, null);
    }
}
