package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.List;

/** An expression that looks at several rows: aggregates, the keys of their groups, and windows. */
public sealed interface SqlAggregation extends SqlExpr {

    /** {@code ROW_NUMBER() OVER (PARTITION BY … ORDER BY …)}; both lists may be empty. */
    record RowNumber(List<SqlExpr> partition, List<SqlRelation.OrderTerm> order) implements SqlAggregation {
        public RowNumber {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }

        @Override
        public Kind kind() {
            return Kind.ROW_NUMBER;
        }
    }

    /**
     * A function over other rows of the result.
     *
     * @param value null for {@code ROW_NUMBER}, {@code RANK}, {@code DENSE_RANK} and a {@code COUNT} of rows
     * @param type of the value, or of the result where there is none
     * @param number of {@code LAG} and {@code LEAD} how many rows away, of {@code AVG} of exact numbers the digits behind the point of the
     *     result, rounded half away from zero; else 0
     * @param codepoint compare text by code point instead of the database's collation
     */
    record Window(
            WindowFunction function,
            @Nullable SqlExpr value,
            ColumnType type,
            @Nullable SqlType sql,
            int number,
            boolean codepoint,
            Over over)
            implements SqlAggregation {
        @Override
        public Kind kind() {
            return Kind.WINDOW;
        }
    }

    /** {@code OVER (PARTITION BY … ORDER BY … frame)}; the lists may be empty, and no frame is the one that SQL says. */
    record Over(
            List<SqlExpr> partition,
            List<SqlRelation.OrderTerm> order,
            @Nullable WindowFrame frame) implements SqlAggregation {
        public Over {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }

        @Override
        public Kind kind() {
            return Kind.OVER;
        }
    }

    /**
     * An aggregate function over the rows of a group.
     *
     * @param value null for {@link Function#COUNT}, which counts rows
     * @param type of the value
     * @param sql the declared type of the value where known
     * @param scale digits behind the point of the result of {@link Function#AVG} where that is a DECIMAL
     * @param codepoint compare text by code point in {@link Function#MIN} and {@link Function#MAX}
     */
    record Aggregate(
            Function function,
            @Nullable SqlExpr value,
            ColumnType type,
            @Nullable SqlType sql,
            int scale,
            boolean codepoint)
            implements SqlAggregation {
        /** {@code COUNT(*)}. */
        public static Aggregate count() {
            return new Aggregate(Function.COUNT, null, ColumnType.BIGINT, null, 0, false);
        }

        /** The functions. Nulls are left out; of no value at all the counts are 0 and the others null. */
        public enum Function {
            COUNT,
            /** Of values that {@link GroupKey} tells apart; a BIGINT. */
            COUNT_DISTINCT,
            /** Of INT a BIGINT; of BIGINT and DECIMAL an exact DECIMAL; of FLOAT32 and FLOAT a FLOAT. */
            SUM,
            /** Of INT, BIGINT and DECIMAL a DECIMAL, exact and then rounded once, half away from zero; of FLOAT32 and FLOAT a FLOAT. */
            AVG,
            /** The value, in the form of a {@link GroupKey}. */
            MIN,
            /** As {@link #MIN}. */
            MAX,
            /** The standard deviation of a sample, a FLOAT; null of less than two values. */
            STDDEV,
            /** The variance of a sample, a FLOAT; null of less than two values. */
            VARIANCE
        }

        @Override
        public Kind kind() {
            return Kind.AGGREGATE;
        }
    }

    /**
     * A value so written that equal values of its type are one to GROUP BY and DISTINCT, and no others: texts by code point, decimals, UUIDs and
     * times by value however they are stored. It is read as its type without {@code storage}; a DECIMAL has the declared scale.
     */
    record GroupKey(
            SqlExpr value, ColumnType type, @Nullable SqlType sql) implements SqlAggregation {
        @Override
        public Kind kind() {
            return Kind.GROUP_KEY;
        }
    }

    /**
     * The start of the period that holds a DATETIME (in UTC), a LOCAL_DATETIME or a DATE; of that type, without {@code storage}.
     *
     * @param sql the declared type of the value where known
     */
    record TimeBucket(
            Unit unit,
            SqlExpr value,
            ColumnType type,
            @Nullable SqlType sql) implements SqlAggregation {
        /** The periods. Weeks start on Monday. */
        public enum Unit {
            SECOND,
            MINUTE,
            HOUR,
            DAY,
            WEEK,
            MONTH,
            QUARTER,
            YEAR
        }

        @Override
        public Kind kind() {
            return Kind.TIME_BUCKET;
        }
    }
}
