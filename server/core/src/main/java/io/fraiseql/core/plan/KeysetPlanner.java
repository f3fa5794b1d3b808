package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.Cursor;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that come after a cursor in an order. Term by term: beyond the cursor's value, or not before it and beyond it by the terms that
 * follow, so that what the database takes for equal needs no saying. Where the remaining terms have one direction and no nulls they are one
 * comparison of rows.
 */
final class KeysetPlanner {

    private final List<SortKey> order;
    private final Cursor cursor;
    private final List<SqlExpr.Bind> binds = new ArrayList<>();

    private KeysetPlanner(PlanContext context, List<SortKey> order, BindSource.CursorValue first, Cursor cursor) {
        this.order = order;
        this.cursor = cursor;
        for (int i = 0; i < order.size(); i++) {
            ValueType type = order.get(i).type();
            binds.add(context.slots.bind(first.at(i, type.type()), type.type(), false, type.sql()));
        }
    }

    /**
     * The condition.
     *
     * @param head of cursors in this order
     * @param given the cursor that a client sent
     */
    static SqlExpr after(PlanContext context, List<SortKey> order, long head, String argument, Argument.Leaf given) {
        BindSource.CursorValue first = new BindSource.CursorValue(
                given.source(), argument, head, 0, order.get(0).type().type());
        Cursor cursor = first.check(given.current());
        boolean fits = cursor == Cursor.SAMPLE || cursor.values().size() == order.size();
        if (!fits) {
            throw first.refusal();
        }
        return new KeysetPlanner(context, order, first, cursor).from(0);
    }

    private boolean isNull(int i) {
        return cursor != Cursor.SAMPLE && cursor.values().get(i) == null;
    }

    private SqlExpr from(int i) {
        boolean last = i == order.size() - 1;
        SortKey key = order.get(i);
        if (isNull(i)) {
            return beyondNull(i, last);
        }
        if (!last && uniform(i)) {
            List<Comparison> terms = new ArrayList<>();
            for (int j = i; j < order.size(); j++) {
                terms.add(beyond(j));
            }
            return new SqlExpr.RowComparison(terms);
        }
        Comparison beyond = beyond(i);
        SqlExpr found = last ? beyond : all(beyond.with(orEqual(beyond)), any(beyond, from(i + 1)));
        boolean nullsFollow = key.term().nullable() && !key.term().nullsFirst();
        return nullsFollow ? any(found, new SqlExpr.NullTest(key.term().value(), false)) : found;
    }

    private SqlExpr beyondNull(int i, boolean last) {
        SqlExpr value = order.get(i).term().value();
        if (order.get(i).term().nullsFirst()) {
            SqlExpr present = new SqlExpr.NullTest(value, true);
            return last ? present : any(present, from(i + 1));
        }
        return last ? any() : all(new SqlExpr.NullTest(value, false), from(i + 1));
    }

    /** Whether the terms from here on can be compared as a row. */
    private boolean uniform(int from) {
        boolean descending = order.get(from).term().descending();
        for (int i = from; i < order.size(); i++) {
            SortKey key = order.get(i);
            if (key.term().nullable() || key.term().descending() != descending) {
                return false;
            }
        }
        return true;
    }

    private Comparison beyond(int i) {
        SortKey key = order.get(i);
        Operator operator = key.term().descending() ? Operator.LESS : Operator.GREATER;
        return new Comparison(
                operator,
                key.term().value(),
                binds.get(i),
                key.type().type(),
                key.type().sql(),
                key.term().codepoint());
    }

    private static Operator orEqual(Comparison comparison) {
        return comparison.operator() == Operator.GREATER ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL;
    }

    private static SqlExpr all(SqlExpr... conditions) {
        return new SqlExpr.Logic(true, List.of(conditions));
    }

    private static SqlExpr any(SqlExpr... conditions) {
        return new SqlExpr.Logic(false, List.of(conditions));
    }
}
