package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;
import io.fraiseql.spi.sql.SqlAggregation.GroupKey;
import io.fraiseql.spi.sql.SqlAggregation.TimeBucket;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Locale;

/** Aggregates and what they group by. */
final class AggregateSql {

    private static final String BYTEWISE = " COLLATE \"C\"";

    private AggregateSql() {}

    /** STDDEV_SAMP of numeric rounds a large result to a whole number; the root of the variance as a float does not. */
    static boolean aggregate(Aggregate node, SqlWriter out) {
        SqlExpr value = node.value();
        if (value == null) {
            return false;
        }
        switch (node.function()) {
            case COUNT, COUNT_DISTINCT -> {
                return false;
            }
            case SUM -> sum(node, value, out);
            case AVG -> average(node, value, out);
            case MIN -> extreme("MIN(", node, value, out);
            case MAX -> extreme("MAX(", node, value, out);
            case STDDEV -> out.text("SQRT(VAR_SAMP(").node(value).text(")::double precision)");
            case VARIANCE -> out.text("VAR_SAMP(").node(value).text(")::double precision");
        }
        return true;
    }

    private static void sum(Aggregate node, SqlExpr value, SqlWriter out) {
        switch (node.type()) {
            case INT -> out.text("SUM(").node(value).text(")::bigint");
            case FLOAT32, FLOAT -> {
                out.text("SUM(");
                ValueSql.cast(value, "double precision", out).text(")");
            }
            default ->
                shortest(
                        node.type(),
                        node.sql(),
                        () -> out.text("SUM(").node(value).text(")::numeric"),
                        out);
        }
    }

    /** A decimal without a declared scale has no zeros at the end, whichever values it comes of. */
    static void shortest(ColumnType type, @Nullable SqlType sql, Runnable value, SqlWriter out) {
        boolean unscaled = type == ColumnType.DECIMAL && (sql == null || sql.scale() == null);
        out.text(unscaled ? "TRIM_SCALE(" : "");
        value.run();
        out.text(unscaled ? ")" : "");
    }

    /** AVG of numeric is rounded where it suits PostgreSQL; a quotient of integers is exact. */
    private static void average(Aggregate node, SqlExpr value, SqlWriter out) {
        if (node.type() == ColumnType.FLOAT || node.type() == ColumnType.FLOAT32) {
            out.text("AVG(");
            ValueSql.cast(value, "double precision", out).text(")");
            return;
        }
        out.text("SIGN(SUM(").node(value).text(")::numeric) * DIV(ABS(SUM(").node(value);
        out.text(")::numeric) * 2e" + node.scale() + " + COUNT(").node(value);
        out.text("), 2 * COUNT(").node(value).text(")::numeric) * 1e-" + node.scale());
    }

    private static void extreme(String function, Aggregate node, SqlExpr value, SqlWriter out) {
        if (node.type() == ColumnType.TEXT) {
            ValueSql.text(value, out.text(function))
                    .text(node.codepoint() ? BYTEWISE : "")
                    .text(")");
        } else {
            shortest(
                    node.type(),
                    node.sql(),
                    () -> out.text(function).node(value).text(")"),
                    out);
        }
    }

    static boolean groupKey(GroupKey node, SqlWriter out) {
        SqlType sql = node.sql();
        if (node.type() == ColumnType.TEXT) {
            ValueSql.text(node.value(), out).text(PostgresTypes.looseEquality(sql) ? BYTEWISE : "");
        } else {
            shortest(node.type(), sql, () -> out.node(node.value()), out);
        }
        return true;
    }

    /** Sessions are in UTC; a zone for each value would be looked up for each row. */
    static boolean timeBucket(TimeBucket node, SqlWriter out) {
        out.text("DATE_TRUNC('" + node.unit().name().toLowerCase(Locale.ROOT) + "', ");
        if (node.type() == ColumnType.DATE) {
            ValueSql.cast(node.value(), "timestamp", out).text(")::date");
        } else {
            out.node(node.value()).text(")");
        }
        return true;
    }
}
