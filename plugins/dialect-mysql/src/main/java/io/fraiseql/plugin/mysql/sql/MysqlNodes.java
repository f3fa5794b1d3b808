package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;

/** Which nodes the servers write in their own way. */
public final class MysqlNodes {

    private final Values values;
    private final Comparisons comparisons;
    private final TextMatches matches;
    private final JsonValues jsonValues;
    private final JsonTests jsonTests;
    private final Aggregates aggregates;
    private final Windows windows;
    private final GroupKeys groupKeys;
    private final StoredForm storedForm;
    private final Relations relations;
    private final OrderTerms orderTerms;

    public MysqlNodes(Server server) {
        ExactText exact = new ExactText(server);
        this.values = new Values(server, exact);
        this.comparisons = new Comparisons(server, exact);
        this.matches = new TextMatches(server, exact);
        this.jsonValues = new JsonValues(server, exact);
        this.jsonTests = new JsonTests();
        this.aggregates = new Aggregates(exact);
        this.windows = new Windows(exact);
        this.groupKeys = new GroupKeys(exact);
        this.storedForm = new StoredForm(exact);
        this.relations = new Relations(server);
        this.orderTerms = new OrderTerms(exact);
    }

    /** As {@link io.fraiseql.spi.sql.Dialect#write}. */
    public boolean write(SqlNode node, SqlWriter out) {
        return switch (node.kind()) {
            case READ -> values.write((SqlExpr.Read) node, out);
            case COMPARISON -> comparisons.write((SqlExpr.Comparison) node, out);
            case IN_LIST -> comparisons.write((SqlExpr.InList) node, out);
            case NOT -> Negation.write((SqlExpr.Not) node, out);
            case TEXT_MATCH -> matches.write((SqlExpr.TextMatch) node, out);
            case JSON_VALUE -> jsonValues.write((SqlExpr.JsonValue) node, out);
            case JSON_TEST -> jsonTests.write((SqlExpr.JsonTest) node, out);
            case AGGREGATE -> aggregates.write((SqlAggregation.Aggregate) node, out);
            case WINDOW -> windows.write((SqlAggregation.Window) node, out);
            case GROUP_KEY -> groupKeys.write((SqlAggregation.GroupKey) node, out);
            case TIME_BUCKET -> groupKeys.write((SqlAggregation.TimeBucket) node, out);
            case ORDER_TERM -> orderTerms.write((SqlRelation.OrderTerm) node, out);
            case STORED -> storedForm.write((SqlExpr.Stored) node, out);
            case BOUND_ROWS -> storedForm.write((SqlRelation.BoundRows) node, out);
            case GENERATED_KEYS -> Writes.write((SqlExpr.GeneratedKeys) node, out);
            case INSERT -> Writes.write((SqlWrite.Insert) node, out);
            case UPDATE -> Writes.write((SqlWrite.Update) node, out);
            case UPDATE_EACH -> Writes.write((SqlWrite.UpdateEach) node, out);
            case DELETE -> Writes.write((SqlWrite.Delete) node, out);
            case LOCK -> Locks.write((SqlWrite.Lock) node, out);
            case SELECT -> relations.write((SqlRelation.Select) node, out);
            case PAGE -> relations.write((SqlRelation.Page) node, out);
            case EXISTS -> relations.write((SqlExpr.Exists) node, out);
            case UNNEST -> relations.write((SqlRelation.Unnest) node, out);
            case CTE -> relations.write((SqlRelation.Cte) node, out);
            case SUBQUERY -> relations.write((SqlRelation.Subquery) node, out);
            case QUERY -> relations.write((SqlRelation.Query) node, out);
            default -> false;
        };
    }
}
