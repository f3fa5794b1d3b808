package io.fraiseql.core.plan;

import io.fraiseql.core.plan.StatementBuilder.RowValues;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.CteReference;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Source;
import io.fraiseql.spi.sql.SqlRelation.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The select that finds the rows of a to-many level from the rows of its parent. Three forms: a list without a page is a join, numbered by a
 * window over each parent; a page is a lateral subquery per parent, so that it can stop early on an index; without LATERAL a page is the
 * join's rows filtered by their number.
 */
final class ChildRows {

    private static final String PAGE = "x";

    private final PlanContext context;

    ChildRows(PlanContext context) {
        this.context = context;
    }

    Select select(Level level, Function<RowValues, List<SelectItem>> layout) {
        if (level.grouped) {
            return grouped(level, layout);
        }
        if (!level.page.present()) {
            return join(level, layout);
        }
        return context.has(Capability.LATERAL) ? lateral(level, layout) : numbered(level, layout);
    }

    /** One row for each parent that has rows. */
    private static Select grouped(Level level, Function<RowValues, List<SelectItem>> layout) {
        SqlExpr parentId = StatementBuilder.idOf(parent(level));
        RowValues values = new RowValues(
                parentId, new SqlExpr.Literal(1L, ColumnType.BIGINT), null, StatementBuilder.reads(level), List.of());
        return new Select(
                layout.apply(values),
                parentRows(level),
                joins(level),
                where(level),
                List.of(parentId),
                List.of(),
                null);
    }

    private Select join(Level level, Function<RowValues, List<SelectItem>> layout) {
        SqlExpr parentId = StatementBuilder.idOf(parent(level));
        RowValues values = new RowValues(
                parentId,
                level.ordinal(List.of(parentId)),
                ownId(level, parentId, level.order),
                StatementBuilder.reads(level),
                level.keys);
        return new Select(layout.apply(values), parentRows(level), joins(level), where(level), List.of(), null);
    }

    private Select lateral(Level level, Function<RowValues, List<SelectItem>> layout) {
        ChildSource reached = reached(level);
        List<SelectItem> items = inner(level, level.ordinal(List.of()), null);
        List<SqlExpr> conditions = new ArrayList<>(reached.conditions());
        if (level.where != null) {
            conditions.add(level.where);
        }
        List<Join> joins = new ArrayList<>();
        if (reached.link() != null) {
            joins.add(new Join(Join.Type.INNER, level.source(), reached.onTarget()));
        }
        joins.addAll(level.joinList());
        Select page = new Select(
                items, firstSource(level, reached), joins, Conditions.all(conditions), level.order, level.page.page());
        return new Select(
                layout.apply(outer(level, StatementBuilder.idOf(parent(level)))),
                parentRows(level),
                List.of(new Join(Join.Type.LATERAL, new Subquery(List.of(page), PAGE), null)),
                shown(level),
                List.of(),
                null);
    }

    private Select numbered(Level level, Function<RowValues, List<SelectItem>> layout) {
        SqlExpr parentId = StatementBuilder.idOf(parent(level));
        Select all = new Select(
                inner(level, new SqlAggregation.RowNumber(List.of(parentId), level.order), parentId),
                parentRows(level),
                joins(level),
                where(level),
                List.of(),
                null);
        SqlExpr number = StatementBuilder.number(PAGE, StatementBuilder.ORDINAL);
        List<SqlExpr> conditions = new ArrayList<>();
        if (level.page.offset() != null) {
            conditions.add(bound(SqlExpr.Comparison.Operator.GREATER, number, level.page.offset()));
        }
        if (level.page.end() != null) {
            conditions.add(bound(SqlExpr.Comparison.Operator.LESS_OR_EQUAL, number, level.page.end()));
        }
        return new Select(
                layout.apply(outer(level, StatementBuilder.number(PAGE, StatementBuilder.PARENT))),
                new Subquery(List.of(all), PAGE),
                List.of(),
                Conditions.all(conditions),
                List.of(),
                null);
    }

    private static @Nullable SqlExpr where(Level level) {
        SqlExpr shown = shown(level);
        List<SqlExpr> conditions = new ArrayList<>();
        if (shown != null) {
            conditions.add(shown);
        }
        if (level.where != null) {
            conditions.add(level.where);
        }
        return Conditions.all(conditions);
    }

    /** Nobody asks for the children of a row that was only read to see whether it is there. */
    private static @Nullable SqlExpr shown(Level level) {
        Level parent = parent(level);
        return parent.visible == null
                ? null
                : bound(
                        SqlExpr.Comparison.Operator.LESS_OR_EQUAL,
                        StatementBuilder.number(parent.name(), StatementBuilder.ORDINAL),
                        parent.visible);
    }

    private static SqlExpr bound(SqlExpr.Comparison.Operator operator, SqlExpr number, SqlExpr bound) {
        return new SqlExpr.Comparison(operator, number, bound, ColumnType.BIGINT, null, false);
    }

    private static List<SelectItem> inner(Level level, SqlExpr ordinal, @Nullable SqlExpr parentId) {
        List<SelectItem> items = new ArrayList<>();
        if (parentId != null) {
            items.add(new SelectItem(parentId, StatementBuilder.PARENT));
        }
        items.add(new SelectItem(ordinal, StatementBuilder.ORDINAL));
        for (int i = 0; i < level.columns.size(); i++) {
            if (i != level.ordinalColumn()) {
                items.add(new SelectItem(StatementBuilder.read(level.columns.get(i)), StatementBuilder.column(i)));
            }
        }
        for (int i = 0; i < level.keys.size(); i++) {
            items.add(new SelectItem(level.keys.get(i), StatementBuilder.key(i)));
        }
        return items;
    }

    private RowValues outer(Level level, SqlExpr parentId) {
        List<SqlExpr> columns = new ArrayList<>();
        for (int i = 0; i < level.columns.size(); i++) {
            ValueType type = level.columns.get(i).type();
            columns.add(new SqlExpr.Column(PAGE, StatementBuilder.column(i), type.type(), type.sql(), true));
        }
        List<SqlExpr> keys = new ArrayList<>();
        for (int i = 0; i < level.keys.size(); i++) {
            keys.add(new SqlExpr.Column(PAGE, StatementBuilder.key(i), ColumnType.TEXT, null, true));
        }
        SqlExpr ordinal = StatementBuilder.number(PAGE, StatementBuilder.ORDINAL);
        return new RowValues(parentId, ordinal, ownId(level, parentId, List.of(ascending(ordinal))), columns, keys);
    }

    /** A number for each row by which its children name it. Where the rows are computed for each use, it has to be the same each time. */
    private @Nullable SqlExpr ownId(Level level, SqlExpr parentId, List<OrderTerm> amongSiblings) {
        if (level.children.isEmpty()) {
            return null;
        }
        List<OrderTerm> order = new ArrayList<>();
        if (!context.has(Capability.MATERIALIZED_CTE)) {
            order.add(ascending(parentId));
            order.addAll(amongSiblings);
        }
        return new SqlAggregation.RowNumber(List.of(), order);
    }

    private static OrderTerm ascending(SqlExpr number) {
        return new OrderTerm(number, false, false, false, false);
    }

    private static CteReference parentRows(Level level) {
        String name = parent(level).name();
        return new CteReference(name, name);
    }

    /** What the parent's rows are joined to: the link, the rows themselves or the embedded list, then the to-one relations. */
    private static List<Join> joins(Level level) {
        ChildSource reached = reached(level);
        List<Join> joins = new ArrayList<>();
        Source first = firstSource(level, reached);
        joins.add(
                reached.unnest() != null
                        ? new Join(Join.Type.CROSS, first, null)
                        : new Join(Join.Type.INNER, first, Conditions.all(reached.conditions())));
        if (reached.link() != null) {
            joins.add(new Join(Join.Type.INNER, level.source(), reached.onTarget()));
        }
        joins.addAll(level.joinList());
        return joins;
    }

    private static Source firstSource(Level level, ChildSource reached) {
        if (reached.unnest() != null) {
            return reached.unnest();
        }
        return reached.link() != null ? reached.link() : level.source();
    }

    private static ChildSource reached(Level level) {
        if (level.reached == null) {
            throw new IllegalStateException("level " + level.id + " is not reached from a parent");
        }
        return level.reached;
    }

    private static Level parent(Level level) {
        if (level.parent == null) {
            throw new IllegalStateException("level " + level.id + " has no parent");
        }
        return level.parent;
    }
}
