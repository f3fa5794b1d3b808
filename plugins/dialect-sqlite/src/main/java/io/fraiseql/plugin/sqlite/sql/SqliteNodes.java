package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;

/** Which nodes SQLite writes in its own way. */
public final class SqliteNodes {

    private SqliteNodes() {}

    /** As {@link io.fraiseql.spi.sql.Dialect#write}. */
    public static boolean write(SqlNode node, SqlWriter out) {
        return switch (node.kind()) {
            case READ -> Values.write((SqlExpr.Read) node, out);
            case LITERAL -> Values.write((SqlExpr.Literal) node, out);
            case COMPARISON -> Comparisons.write((SqlExpr.Comparison) node, out);
            case ROW_COMPARISON -> RowComparisons.write((SqlExpr.RowComparison) node, out);
            case IN_LIST -> Comparisons.write((SqlExpr.InList) node, out);
            case TEXT_MATCH -> TextMatches.write((SqlExpr.TextMatch) node, out);
            case JSON_VALUE -> JsonForms.write((SqlExpr.JsonValue) node, out);
            case JSON_TEST -> JsonForms.write((SqlExpr.JsonTest) node, out);
            case WINDOW -> Windows.write((SqlAggregation.Window) node, out);
            case AGGREGATE -> Aggregates.write((SqlAggregation.Aggregate) node, out);
            case GROUP_KEY -> GroupKeys.write((SqlAggregation.GroupKey) node, out);
            case TIME_BUCKET -> GroupKeys.write((SqlAggregation.TimeBucket) node, out);
            case ORDER_TERM -> OrderTerms.write((SqlRelation.OrderTerm) node, out);
            case PAGE -> Relations.write((SqlRelation.Page) node, out);
            case UNNEST -> Relations.write((SqlRelation.Unnest) node, out);
            case JOIN -> Relations.write((SqlRelation.Join) node, out);
            case CTE -> Relations.write((SqlRelation.Cte) node, out);
            case SUBQUERY -> Relations.write((SqlRelation.Subquery) node, out);
            case STORED -> Writes.write((SqlExpr.Stored) node, out);
            case BOUND_ROWS -> Writes.write((SqlRelation.BoundRows) node, out);
            case IN_ROWS -> Writes.write((SqlExpr.InRows) node, out);
            case LOCK -> Writes.write((SqlWrite.Lock) node, out);
            case QUERY -> Relations.write((SqlRelation.Query) node, out);
            default -> false;
        };
    }
}
