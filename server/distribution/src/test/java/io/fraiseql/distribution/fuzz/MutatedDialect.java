package io.fraiseql.distribution.fuzz;

import io.fraiseql.plugin.testkit.BaseForwardingDialect;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** A dialect that writes some nodes as others: an engine with a mistake in it. */
final class MutatedDialect extends BaseForwardingDialect {

    private static final SqlNode NOTHING = new SqlRelation.Page(null, null);

    private final UnaryOperator<SqlNode> change;

    private MutatedDialect(Dialect real, UnaryOperator<SqlNode> change) {
        super(real);
        this.change = change;
    }

    /** Every condition on a value holds. */
    static Dialect withoutPredicates(Dialect real) {
        return new MutatedDialect(real, node -> switch (node.kind()) {
            case COMPARISON, IN_LIST, TEXT_MATCH, NULL_TEST -> isKey(node) ? node : truth();
            default -> node;
        });
    }

    /** Nulls go to the other end. */
    static Dialect withNullsSwapped(Dialect real) {
        return new MutatedDialect(
                real,
                node -> node instanceof SqlRelation.OrderTerm term
                        ? new SqlRelation.OrderTerm(
                                term.value(), term.descending(), !term.nullsFirst(), term.nullable(), term.codepoint())
                        : node);
    }

    /** The last branch is forgotten. */
    static Dialect withoutLastBranch(Dialect real) {
        return new MutatedDialect(
                real,
                node -> node instanceof SqlRelation.Query query
                                && query.selects().size() > 1
                        ? new SqlRelation.Query(
                                query.ctes(),
                                query.selects().subList(0, query.selects().size() - 1))
                        : node);
    }

    /** Pages are whole lists. */
    static Dialect withoutPages(Dialect real) {
        return new MutatedDialect(real, node -> node instanceof SqlRelation.Page ? NOTHING : node);
    }

    /** The order is not completed by the key. */
    static Dialect withoutKeyOrder(Dialect real) {
        return new MutatedDialect(real, node -> {
            if (node instanceof SqlRelation.Select select && !select.order().isEmpty()) {
                return new SqlRelation.Select(
                        select.items(),
                        select.from(),
                        select.joins(),
                        select.where(),
                        cut(select.order()),
                        select.page());
            }
            return node instanceof SqlAggregation.RowNumber number
                            && !number.order().isEmpty()
                    ? new SqlAggregation.RowNumber(number.partition(), cut(number.order()))
                    : node;
        });
    }

    /** {@code every} takes a row of which nothing is known for one that matches. */
    static Dialect withTwoValuedLogic(Dialect real) {
        return new MutatedDialect(
                real, node -> node instanceof SqlExpr.NotTrue not ? new SqlExpr.Not(not.condition()) : node);
    }

    /** What should ascend descends. */
    static Dialect withDescendingSwapped(Dialect real) {
        return new MutatedDialect(
                real,
                node -> node instanceof SqlRelation.OrderTerm term
                        ? new SqlRelation.OrderTerm(
                                term.value(), !term.descending(), term.nullsFirst(), term.nullable(), term.codepoint())
                        : node);
    }

    /** Times are not taken together by periods. */
    static Dialect withoutBuckets(Dialect real) {
        return new MutatedDialect(
                real,
                node -> node instanceof SqlAggregation.TimeBucket bucket
                        ? new SqlAggregation.GroupKey(bucket.value(), bucket.type(), bucket.sql())
                        : node);
    }

    /** Windows see what they see without a frame. */
    static Dialect withoutFrames(Dialect real) {
        return new MutatedDialect(
                real,
                node -> node instanceof SqlAggregation.Over over
                        ? new SqlAggregation.Over(over.partition(), over.order(), null)
                        : node);
    }

    private static List<SqlRelation.OrderTerm> cut(List<SqlRelation.OrderTerm> order) {
        return order.subList(0, order.size() - 1);
    }

    private static SqlExpr truth() {
        return new SqlExpr.Logic(true, List.of());
    }

    /** Whether it joins rows or numbers a page, rather than comparing a client's value with a column. */
    private static boolean isKey(SqlNode node) {
        return node instanceof SqlExpr.Comparison comparison
                && (!(comparison.right() instanceof SqlExpr.Bind bind) || bind.against() == null);
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        SqlNode changed = change.apply(node);
        if (real.write(changed, out)) {
            return true;
        }
        if (changed == node) {
            return false;
        }
        out.standard(changed);
        return true;
    }
}
