package io.fraiseql.core.plan;

import io.fraiseql.core.plan.StatementBuilder.RowValues;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which column of the statement carries which column of a level: branches share columns of the same type, the rest is padded. */
final class ColumnSlots {

    private static final int FIRST = RowShape.ORDINAL + 1;

    private final List<ValueType> slots = new ArrayList<>();
    private final List<int[]> byLevel = new ArrayList<>();
    private final List<Level> levels;
    private final int idSlot;

    ColumnSlots(List<Level> levels) {
        this.levels = levels;
        boolean branched = levels.size() > 1;
        boolean inner = levels.stream().anyMatch(level -> level.parent != null && !level.children.isEmpty());
        if (branched) {
            slots.add(new ValueType(ColumnType.INT, null));
            slots.add(new ValueType(ColumnType.BIGINT, null));
            slots.add(new ValueType(ColumnType.BIGINT, null));
        }
        idSlot = inner ? FIRST : -1;
        if (inner) {
            slots.add(new ValueType(ColumnType.BIGINT, null));
        }
        int shared = slots.size();
        levels.forEach(level -> byLevel.add(branched ? share(level, shared) : ownColumns(level)));
    }

    private int[] ownColumns(Level level) {
        int[] columns = new int[level.columns.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i;
            slots.add(level.columns.get(i).type());
        }
        return columns;
    }

    private int[] share(Level level, int firstShared) {
        boolean[] taken = new boolean[slots.size() + level.columns.size()];
        int[] columns = new int[level.columns.size()];
        int ordinal = level.ordinalColumn();
        for (int i = 0; i < columns.length; i++) {
            if (i == ordinal) {
                columns[i] = RowShape.ORDINAL;
                continue;
            }
            int slot = free(shareable(level.columns.get(i).type()), taken, firstShared);
            taken[slot] = true;
            columns[i] = slot;
        }
        return columns;
    }

    private int free(ValueType type, boolean[] taken, int firstShared) {
        for (int slot = firstShared; slot < slots.size(); slot++) {
            if (!taken[slot] && slots.get(slot).equals(type)) {
                return slot;
            }
        }
        slots.add(type);
        return slots.size() - 1;
    }

    /** What must be equal for two fields to share a column: how the dialect reads it, not what else is known of it. */
    private static ValueType shareable(ValueType type) {
        SqlType sql = type.sql();
        boolean plain = sql == null
                || (sql.storage() == null
                        && !sql.array()
                        && type.type() != ColumnType.JSON
                        && type.type() != ColumnType.DECIMAL);
        return plain ? new ValueType(type.type(), null) : type;
    }

    /** The column of the statement for each column of the level. */
    int[] of(Level level) {
        return byLevel.get(level.id);
    }

    /** The select list of a level's branch. */
    List<SelectItem> items(Level level, RowValues values) {
        SqlExpr[] exprs = new SqlExpr[slots.size()];
        int[] columns = of(level);
        for (int i = 0; i < columns.length; i++) {
            exprs[columns[i]] = values.columns().get(i);
        }
        exprs[RowShape.BRANCH] = new SqlExpr.Literal((long) level.id, ColumnType.INT);
        exprs[RowShape.PARENT] = values.parent();
        exprs[RowShape.ORDINAL] = values.ordinal();
        @Nullable SqlExpr id = values.id();
        if (id != null && idSlot >= 0) {
            exprs[idSlot] = id;
        }
        List<SelectItem> items = new ArrayList<>();
        for (int slot = 0; slot < exprs.length; slot++) {
            SqlExpr value = exprs[slot] == null
                    ? new SqlExpr.Literal(null, slots.get(slot).type())
                    : exprs[slot];
            items.add(new SelectItem(value, StatementBuilder.column(slot)));
        }
        return items;
    }

    RowShape shape() {
        List<RowShape.Branch> branches = new ArrayList<>();
        for (Level level : levels) {
            int id = level.children.isEmpty() ? -1 : level.parent == null ? RowShape.ORDINAL : idSlot;
            branches.add(new RowShape.Branch(
                    level.parent == null ? -1 : level.parent.id,
                    id,
                    Arrays.stream(of(level)).boxed().toList()));
        }
        List<RowShape.Column> columns = slots.stream()
                .map(slot -> new RowShape.Column(slot.type(), slot.sql()))
                .toList();
        return new RowShape(columns, branches);
    }
}
