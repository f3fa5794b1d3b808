package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;

/** Which nodes SQL Server writes in its own way. */
public final class SqlServerNodes {

    private SqlServerNodes() {}

    /** As {@link io.fraiseql.spi.sql.Dialect#write}. */
    public static boolean write(SqlNode node, SqlWriter out) {
        return switch (node.kind()) {
            case READ -> Values.write((SqlExpr.Read) node, out);
            case LITERAL -> Values.write((SqlExpr.Literal) node, out);
            case SELECT_ITEM -> Values.write((SqlRelation.SelectItem) node, out);
            case COMPARISON -> Comparisons.write((SqlExpr.Comparison) node, out);
            case IN_LIST -> InLists.write((SqlExpr.InList) node, out);
            case NOT -> Negation.write((SqlExpr.Not) node, out);
            case NOT_TRUE -> Negation.write((SqlExpr.NotTrue) node, out);
            case TEXT_MATCH -> TextMatches.write((SqlExpr.TextMatch) node, out);
            case JSON_VALUE -> JsonValues.write((SqlExpr.JsonValue) node, out);
            case AGGREGATE -> Aggregates.write((SqlAggregation.Aggregate) node, out);
            case GROUP_KEY -> GroupKeys.write((SqlAggregation.GroupKey) node, out);
            case TIME_BUCKET -> TimeBuckets.write((SqlAggregation.TimeBucket) node, out);
            case WINDOW -> Windows.write((SqlAggregation.Window) node, out);
            case ROW_NUMBER -> OrderTerms.write((SqlAggregation.RowNumber) node, out);
            case ORDER_TERM -> OrderTerms.write((SqlRelation.OrderTerm) node, out);
            case STORED -> StoredForm.write((SqlExpr.Stored) node, out);
            case BOUND_ROWS -> StoredForm.write((SqlRelation.BoundRows) node, out);
            case GENERATED_KEYS -> Batches.write((SqlExpr.GeneratedKeys) node, out);
            case INSERT -> Writes.write((SqlWrite.Insert) node, out);
            case UPDATE -> Writes.write((SqlWrite.Update) node, out);
            case UPDATE_EACH -> Writes.write((SqlWrite.UpdateEach) node, out);
            case DELETE -> Writes.write((SqlWrite.Delete) node, out);
            case WRITE_AND_READ -> Batches.write((SqlWrite.WriteAndRead) node, out);
            case LOCK -> Locks.write((SqlWrite.Lock) node, out);
            case SELECT -> Selects.write((SqlRelation.Select) node, out);
            case JOIN -> Relations.write((SqlRelation.Join) node, out);
            case UNNEST -> Relations.write((SqlRelation.Unnest) node, out);
            case SUBQUERY -> Relations.write((SqlRelation.Subquery) node, out);
            case CTE -> Relations.write((SqlRelation.Cte) node, out);
            case QUERY -> Relations.write((SqlRelation.Query) node, out);
            default -> false;
        };
    }
}
