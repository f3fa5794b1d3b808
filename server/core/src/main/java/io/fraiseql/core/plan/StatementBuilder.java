package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Cte;
import io.fraiseql.spi.sql.SqlRelation.CteReference;
import io.fraiseql.spi.sql.SqlRelation.Query;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the levels of a root field into one statement: a plain select when there is no list below the root, else each level a branch of one
 * UNION ALL, with the levels that have children as common table expressions.
 */
final class StatementBuilder {

    static final String ORDINAL = "n";
    static final String PARENT = "p";
    static final String ID = "i";

    private final List<Level> levels;
    private final ColumnSlots slots;
    private final ChildRows childRows;

    StatementBuilder(PlanContext context, List<Level> levels) {
        this.levels = levels;
        this.slots = new ColumnSlots(levels);
        this.childRows = new ChildRows(context);
    }

    ColumnSlots slots() {
        return slots;
    }

    Query build() {
        Level root = levels.get(0);
        if (levels.size() == 1) {
            return new Query(List.of(), List.of(plain(root)));
        }
        List<Cte> ctes = new ArrayList<>();
        List<Select> branches = new ArrayList<>();
        for (Level level : levels) {
            if (level.grouped && level.parent == null) {
                branches.add(aggregates(level));
            } else if (level.children.isEmpty() && level.parent != null) {
                branches.add(childRows.select(level, values -> slots.items(level, values)));
            } else {
                Select rows = level.parent == null
                        ? rootRows(level)
                        : childRows.select(level, values -> cteItems(level, values));
                ctes.add(new Cte(level.name(), rows));
                branches.add(fromCte(level));
            }
        }
        return new Query(ctes, branches);
    }

    private static Select plain(Level root) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < root.columns.size(); i++) {
            items.add(new SelectItem(read(root.columns.get(i)), column(i)));
        }
        if (items.isEmpty()) {
            items.add(new SelectItem(new SqlExpr.Literal(1L, ColumnType.INT), column(0)));
        }
        return new Select(items, root.source(), root.joinList(), root.where, root.order, root.page.page());
    }

    /** One row over all rows of a level without parent. */
    private Select aggregates(Level level) {
        RowValues values =
                new RowValues(null, new SqlExpr.Literal(1L, ColumnType.BIGINT), null, reads(level), List.of());
        return new Select(slots.items(level, values), level.source(), level.joinList(), level.where, List.of(), null);
    }

    static List<SqlExpr> reads(Level level) {
        return level.columns.stream().map(StatementBuilder::read).toList();
    }

    private static Select rootRows(Level root) {
        SqlExpr number = root.single ? new SqlExpr.Literal(1L, ColumnType.BIGINT) : root.ordinal(List.of());
        RowValues values = new RowValues(null, number, null, reads(root), root.keys);
        return new Select(
                cteItems(root, values), root.source(), root.joinList(), root.where, root.order, root.page.page());
    }

    /** The rows of a level under the names by which its children and its branch refer to them. */
    private static List<SelectItem> cteItems(Level level, RowValues values) {
        List<SelectItem> items = new ArrayList<>();
        if (values.parent() != null) {
            items.add(new SelectItem(values.parent(), PARENT));
        }
        items.add(new SelectItem(values.ordinal(), ORDINAL));
        if (values.id() != null) {
            items.add(new SelectItem(values.id(), ID));
        }
        for (int i = 0; i < values.columns().size(); i++) {
            if (i != level.ordinalColumn()) {
                items.add(new SelectItem(values.columns().get(i), column(i)));
            }
        }
        for (int i = 0; i < values.keys().size(); i++) {
            items.add(new SelectItem(values.keys().get(i), key(i)));
        }
        return items;
    }

    private Select fromCte(Level level) {
        List<SqlExpr> columns = new ArrayList<>();
        for (int i = 0; i < level.columns.size(); i++) {
            ValueType type = level.columns.get(i).type();
            columns.add(new SqlExpr.Column(level.name(), column(i), type.type(), type.sql(), true));
        }
        RowValues values = new RowValues(
                level.parent == null ? null : number(level.name(), PARENT),
                number(level.name(), ORDINAL),
                level.parent == null ? null : number(level.name(), ID),
                columns,
                List.of());
        return new Select(
                slots.items(level, values),
                new CteReference(level.name(), level.name()),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** The value by which children name a row of the level. */
    static SqlExpr idOf(Level level) {
        return number(level.name(), level.parent == null ? ORDINAL : ID);
    }

    static SqlExpr number(String relation, String name) {
        return new SqlExpr.Column(relation, name, ColumnType.BIGINT, null, false);
    }

    static SqlExpr read(Level.Column column) {
        return new SqlExpr.Read(
                column.value(), column.type().type(), column.type().sql());
    }

    static String column(int index) {
        return "c" + index;
    }

    static String key(int index) {
        return "k" + index;
    }

    /**
     * The values of a level's rows before they get their names.
     *
     * @param parent null for the root
     * @param id null for a level whose children use the ordinal, or without children
     */
    record RowValues(
            @Nullable SqlExpr parent,
            SqlExpr ordinal,
            @Nullable SqlExpr id,
            List<SqlExpr> columns,
            List<SqlExpr> keys) {}
}
