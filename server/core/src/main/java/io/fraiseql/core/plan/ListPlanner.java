package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.List;
import java.util.Map;

/** Applies {@code where}, {@code orderBy}, {@code limit} and {@code offset} to a level. */
final class ListPlanner {

    private final PlanContext context;
    private final FilterPlanner filters;

    ListPlanner(PlanContext context) {
        this.context = context;
        this.filters = new FilterPlanner(context);
    }

    void apply(Level level, ToOneJoins joins, TargetRow row, Map<String, Field> fields, ListArguments arguments) {
        level.where = where(arguments.where(), fields, row);
        level.order.addAll(new OrderPlanner(context, joins).order(arguments.orderBy(), fields, row));
        level.page = page(arguments.limit(), arguments.offset());
        level.integerKey = numbered(level) ? null : integerKey(level.order, row);
    }

    /** Whether the page of a nested list is cut by the number of its rows, which then is their place. */
    private boolean numbered(Level level) {
        return level.parent != null && level.page.present() && !context.has(Capability.LATERAL);
    }

    /** The condition of a {@code where}; null without one. */
    @Nullable
    SqlExpr where(@Nullable Argument where, Map<String, Field> fields, TargetRow row) {
        return where == null ? null : Conditions.all(List.of(filters.where(where, fields, row.scope())));
    }

    /** A window function over every row costs more than reading a number that the row has anyway. */
    private static @Nullable SqlExpr integerKey(List<OrderTerm> order, TargetRow row) {
        if (order.size() != 1 || row.key().size() != 1) {
            return null;
        }
        OrderTerm term = order.get(0);
        SqlExpr key = row.scope().value(row.key().get(0));
        boolean integer = key instanceof SqlExpr.Column column
                && (column.type() == ColumnType.INT || column.type() == ColumnType.BIGINT);
        return integer && !term.descending() && !term.nullable() && term.value().equals(key) ? key : null;
    }

    PageArguments page(@Nullable Argument limit, @Nullable Argument offset) {
        BindSource limitSource = size("limit", limit);
        BindSource offsetSource = bound("offset", offset, Long.MAX_VALUE / 2);
        BindSource end =
                limitSource == null ? null : offsetSource == null ? limitSource : sum(limitSource, offsetSource);
        return new PageArguments(expression(limitSource), expression(offsetSource), expression(end));
    }

    /** How many rows an argument asks for; null when it is left out. */
    @Nullable
    BindSource size(String name, @Nullable Argument argument) {
        return bound(name, argument, context.options.maxPageSize());
    }

    /** Checked now when it is a literal, else whenever the plan runs. */
    private static @Nullable BindSource bound(String name, @Nullable Argument argument, long max) {
        if (!(argument instanceof Argument.Leaf leaf)) {
            return null;
        }
        return leaf.literal()
                ? new BindSource.Constant(BindSource.PageBound.check(name, leaf.current(), max))
                : new BindSource.PageBound(name, leaf.source(), max);
    }

    static BindSource sum(BindSource limit, BindSource offset) {
        BindSource sum = new BindSource.Sum(limit, offset);
        return limit instanceof BindSource.Constant && offset instanceof BindSource.Constant
                ? new BindSource.Constant(sum.value(Map.of()))
                : sum;
    }

    /** A literal page is written into the SQL, so that the database plans for its real size. */
    @Nullable
    SqlExpr expression(@Nullable BindSource source) {
        if (source == null) {
            return null;
        }
        return source instanceof BindSource.Constant constant
                ? new SqlExpr.Literal(constant.constant(), ColumnType.BIGINT)
                : context.slots.bind(source, ColumnType.BIGINT, false, null);
    }
}
