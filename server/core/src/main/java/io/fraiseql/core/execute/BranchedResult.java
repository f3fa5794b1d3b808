package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The rows of a statement with several branches: written to a scratch buffer as they come, in whatever order, and put together when they are
 * all there. One thread, one request.
 */
final class BranchedResult {

    private final BranchRows[] branches;
    private final Utf8Buffer scratch;
    private final Runnable written;

    private BranchedResult(BranchRows[] branches, Utf8Buffer scratch, Runnable written) {
        this.branches = branches;
        this.scratch = scratch;
        this.written = written;
    }

    /**
     * Reads all rows.
     *
     * @param row called with the branch of each row that was reached, before it is read
     * @param written called after each object that {@link #object} put together
     */
    static BranchedResult read(
            RootPlan.Rows plan, RowCursor cursor, Utf8Buffer scratch, IntConsumer row, Runnable written) {
        List<RowProgram> programs = plan.programs();
        BranchRows[] branches = new BranchRows[programs.size()];
        RowWriter[] writers = new RowWriter[programs.size()];
        for (int i = 0; i < branches.length; i++) {
            BranchRows rows = new BranchRows();
            branches[i] = rows;
            writers[i] = new RowWriter(programs.get(i), cursor, scratch, list -> rows.cut(scratch.length(), list));
        }
        List<RowShape.Branch> shapes = plan.statement().shape().branches();
        while (cursor.next()) {
            int branch = (int) cursor.getLong(RowShape.BRANCH);
            row.accept(branch);
            int id = shapes.get(branch).id();
            branches[branch].add(
                    cursor.getLong(RowShape.PARENT),
                    cursor.getLong(RowShape.ORDINAL),
                    id < 0 ? -1 : cursor.getLong(id),
                    scratch.length());
            writers[branch].write();
            branches[branch].end(scratch.length());
        }
        for (BranchRows rows : branches) {
            rows.arrange();
        }
        return new BranchedResult(branches, scratch, written);
    }

    /** How many rows the root has. */
    int roots() {
        return branches[0].count();
    }

    /** Appends one row of the root with everything below it. */
    void root(int row, Utf8Buffer out) {
        object(0, row, out);
    }

    /** Appends the list of the root. */
    void list(Utf8Buffer out) {
        children(0, 0, out);
    }

    private void children(int list, long parent, Utf8Buffer out) {
        BranchRows rows = branches[list];
        out.write((byte) '[');
        int first = rows.firstOf(parent);
        for (int row = first; row < rows.count() && rows.parent(row) == parent; row++) {
            if (row > first) {
                out.write((byte) ',');
            }
            object(list, row, out);
        }
        out.write((byte) ']');
    }

    private void object(int branch, int row, Utf8Buffer out) {
        BranchRows rows = branches[branch];
        int from = rows.start(row);
        int cut = rows.firstCut(row);
        while (true) {
            int to = rows.cutOffset(cut);
            out.write(scratch.array(), from, to - from);
            int list = rows.cutList(cut);
            if (list < 0) {
                written.run();
                return;
            }
            children(list, rows.id(row), out);
            from = to;
            cut++;
        }
    }
}
