package io.fraiseql.core.execute;

import io.fraiseql.core.plan.BranchForm;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The kept rows of one branch, read again as those of one parent after the other. One thread. */
final class KeptBranch implements RowCursor {

    private final BranchRows places = new BranchRows();
    private final KeptRows values;
    private final boolean single;
    private final List<Integer> counts = new ArrayList<>();
    private final int id;
    private final BooleanSupplier more;
    private int at;
    private int end;
    private boolean missing;
    private int row;

    /**
     * @param more reads further rows of the parent that is read, and selects them; false when there are none
     */
    KeptBranch(RootPlan.Rows plan, int branch, SelectedColumn[] columns, BooleanSupplier more) {
        RowShape shape = plan.statement().shape();
        this.values = new KeptRows(shape, shape.branches().get(branch).columns());
        this.single = plan.forms().get(branch).kind() == BranchForm.Kind.SINGLE;
        this.id = shape.branches().get(branch).id();
        this.more = more;
        for (SelectedColumn column : columns) {
            if (column.form() == SelectedColumn.Form.COUNT) {
                counts.add(column.op().column());
            }
        }
        clear();
    }

    /** Forgets all rows. The first of single rows stands for parents without any: it counts nothing. */
    void clear() {
        places.clear();
        values.clear();
        if (single) {
            values.addEmpty(counts);
        }
    }

    /** Keeps the row that the cursor of the statement is at. */
    void add(RowCursor cursor) {
        long own = id < 0 ? -1 : cursor.getLong(id);
        places.add(cursor.getLong(RowShape.PARENT), cursor.getLong(RowShape.ORDINAL), own, values.add(cursor));
    }

    /** Allows {@link #select}, once all rows are there. */
    void arrange() {
        places.arrange();
    }

    int count() {
        return places.count();
    }

    long bytes() {
        return values.bytes();
    }

    /** Begins with the rows of a parent. */
    void select(long parent) {
        at = places.firstOf(parent) - 1;
        end = places.endOf(parent);
        missing = single && at + 1 == end;
    }

    /** By what its children know the row. */
    long id() {
        return places.id(at);
    }

    @Override
    public boolean next() {
        if (missing) {
            missing = false;
            row = 0;
            return true;
        }
        at++;
        while (at >= end) {
            if (!more.getAsBoolean()) {
                return false;
            }
            at++;
        }
        row = places.start(at);
        return true;
    }

    @Override
    public boolean isNull(int column) {
        return values.isNull(row, column);
    }

    @Override
    public boolean getBoolean(int column) {
        return !isNull(column) && values.number(row, column) != 0;
    }

    @Override
    public long getLong(int column) {
        return isNull(column) ? 0 : values.number(row, column);
    }

    @Override
    public double getDouble(int column) {
        return isNull(column) ? 0 : Double.longBitsToDouble(values.number(row, column));
    }

    @Override
    public void getBytes(int column, ByteSink target) {
        if (!isNull(column)) {
            values.text(row, column, target);
        }
    }

    @Override
    public long getUuidHigh(int column) {
        return getLong(column);
    }

    @Override
    public long getUuidLow(int column) {
        return isNull(column) ? 0 : values.secondHalf(row, column);
    }

    @Override
    public void close() {}
}
