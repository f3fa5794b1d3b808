package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.EnumSet;
import java.util.Set;

/** The SQL in which PostgreSQL differs from the standard. */
public final class PostgresDialect implements Dialect {

    static final String NAME = "postgresql";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.EMBEDDED, Capability.WRITE_AND_READ));
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return switch (node.kind()) {
            case BIND -> ValueSql.bind((SqlExpr.Bind) node, out);
            case LITERAL -> ValueSql.literal((SqlExpr.Literal) node, out);
            case READ -> ValueSql.read((SqlExpr.Read) node, out);
            case COMPARISON -> ComparisonSql.comparison((SqlExpr.Comparison) node, out);
            case ROW_COMPARISON -> RowComparisonSql.write((SqlExpr.RowComparison) node, out);
            case IN_LIST -> ComparisonSql.inList((SqlExpr.InList) node, out);
            case TEXT_MATCH -> TextSql.match((SqlExpr.TextMatch) node, out);
            case SEARCH_TEST -> TextSql.search((SqlExpr.SearchTest) node, out);
            case TYPE_TEST -> TypeTestSql.write((SqlExpr.TypeTest) node, out);
            case JSON_VALUE -> JsonSql.value((SqlExpr.JsonValue) node, out);
            case JSON_TEST -> JsonTestSql.test((SqlExpr.JsonTest) node, out);
            case UNNEST -> JsonSql.unnest((SqlRelation.Unnest) node, out);
            case WINDOW -> WindowSql.window((SqlAggregation.Window) node, out);
            case AGGREGATE -> AggregateSql.aggregate((SqlAggregation.Aggregate) node, out);
            case GROUP_KEY -> AggregateSql.groupKey((SqlAggregation.GroupKey) node, out);
            case TIME_BUCKET -> AggregateSql.timeBucket((SqlAggregation.TimeBucket) node, out);
            case STORED -> WriteSql.stored((SqlExpr.Stored) node, out);
            case BOUND_ROWS -> WriteSql.rows((SqlRelation.BoundRows) node, out);
            case FUNCTION_CALL -> WriteSql.call((SqlRelation.FunctionCall) node, out);
            case IN_ROWS -> WriteSql.inRows((SqlExpr.InRows) node, out);
            case UPDATE_EACH -> WriteSql.updateEach((SqlWrite.UpdateEach) node, out);
            case LOCK -> WriteSql.lock((SqlWrite.Lock) node, out);
            case ORDER_TERM -> RelationSql.orderTerm((SqlRelation.OrderTerm) node, out);
            case CTE -> RelationSql.cte((SqlRelation.Cte) node, out);
            default -> false;
        };
    }

    @Override
    public CaptureSql capture() {
        return new PostgresCapture(this);
    }
}
