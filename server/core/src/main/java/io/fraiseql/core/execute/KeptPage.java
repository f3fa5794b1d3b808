package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.ListCursor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A page of a list with everything below it as typed columns. Its rows come in whatever order and are read in theirs; the cursor of the list
 * goes on with the next page. One thread.
 */
final class KeptPage implements Pages.Page {

    private final KeptBranch[] branches;
    private final SelectedRows[] cursors;

    /**
     * @param plan of any page: they differ in their conditions only
     * @param more reads the next page into this one; false after the last
     */
    KeptPage(RootPlan.Rows plan, SelectedFields selected, BooleanSupplier more) {
        this.branches = new KeptBranch[plan.programs().size()];
        this.cursors = new SelectedRows[branches.length];
        for (int i = 0; i < branches.length; i++) {
            SelectedColumn[] columns = selected.columns(i);
            KeptBranch rows = new KeptBranch(plan, i, columns, i == 0 ? more : () -> false);
            branches[i] = rows;
            cursors[i] = new SelectedRows(rows, columns, list -> below(list, rows.id()));
        }
    }

    /** The rows of the list, of this page and those after it. */
    SelectedRows rows() {
        return cursors[0];
    }

    private ListCursor below(int branch, long parent) {
        branches[branch].select(parent);
        return cursors[branch];
    }

    @Override
    public void read(RootPlan.Rows rows, RowCursor cursor, IntConsumer row) {
        for (KeptBranch branch : branches) {
            branch.clear();
        }
        while (cursor.next()) {
            int branch = (int) cursor.getLong(RowShape.BRANCH);
            row.accept(branch);
            branches[branch].add(cursor);
            if (bytes() > Pages.MAX_BYTES) {
                throw new FraiseqlException(CoreErrorCode.QUERY_TOO_COMPLEX, "the page is too large");
            }
        }
        for (KeptBranch branch : branches) {
            branch.arrange();
        }
        branches[0].select(0);
    }

    @Override
    public int roots() {
        return branches[0].count();
    }

    @Override
    public int bytes() {
        long bytes = 0;
        for (KeptBranch branch : branches) {
            bytes += branch.bytes();
        }
        return Math.toIntExact(bytes);
    }
}
