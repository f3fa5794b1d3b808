package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The rows of a statement that cannot be written as they come: written to a scratch buffer, in whatever order, and put together when they are
 * all there. One thread, one request.
 */
final class BranchedResult {

    private final RootPlan.Rows plan;
    private final BranchRows[] branches;
    private final Utf8Buffer scratch;
    private final Map<String, Object> variables;
    private final Runnable written;

    private BranchedResult(
            RootPlan.Rows plan,
            BranchRows[] branches,
            Utf8Buffer scratch,
            Map<String, Object> variables,
            Runnable written) {
        this.plan = plan;
        this.branches = branches;
        this.scratch = scratch;
        this.variables = variables;
        this.written = written;
    }

    /**
     * Reads all rows.
     *
     * @param row called with the branch of each row that was reached, before it is read
     * @param written called after each object that was put together
     */
    static BranchedResult read(
            RootPlan.Rows plan,
            RowCursor cursor,
            Map<String, Object> variables,
            Utf8Buffer scratch,
            IntConsumer row,
            Runnable written) {
        List<RowProgram> programs = plan.programs();
        BranchRows[] branches = new BranchRows[programs.size()];
        RowWriter[] writers = new RowWriter[programs.size()];
        for (int i = 0; i < branches.length; i++) {
            BranchRows rows = new BranchRows();
            branches[i] = rows;
            writers[i] = new RowWriter(programs.get(i), cursor, scratch, list -> rows.cut(scratch.length(), list));
        }
        RowShape shape = plan.statement().shape();
        while (cursor.next()) {
            int branch = shape.branched() ? (int) cursor.getLong(RowShape.BRANCH) : 0;
            row.accept(branch);
            place(branches[branch], shape, branch, cursor, scratch.length());
            writers[branch].write();
            branches[branch].end(scratch.length());
        }
        for (BranchRows rows : branches) {
            rows.arrange();
        }
        return new BranchedResult(plan, branches, scratch, variables, written);
    }

    /** The rows of a single branch come in their order. */
    private static void place(BranchRows rows, RowShape shape, int branch, RowCursor cursor, int start) {
        if (!shape.branched()) {
            rows.add(0, rows.count(), -1, start);
            return;
        }
        int id = shape.branches().get(branch).id();
        rows.add(
                cursor.getLong(RowShape.PARENT),
                cursor.getLong(RowShape.ORDINAL),
                id < 0 ? -1 : cursor.getLong(id),
                start);
    }

    /** How many rows the root has. */
    int roots() {
        return branches[0].count();
    }

    /** Appends one row of the root with everything below it. */
    void root(int row, Utf8Buffer out) {
        assembler(out).row(row);
    }

    /** Appends the value of the root field. */
    void answer(Utf8Buffer out) {
        assembler(out).root();
    }

    private Assembler assembler(Utf8Buffer out) {
        return new Assembler(plan, branches, scratch, out, variables, written);
    }

    /** What stands for no row of a root field. */
    static void absent(RootPlan.Rows plan, Utf8Buffer out) {
        if (!plan.nullable()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "'" + plan.key() + "' is non-null but there is no such row");
        }
        out.nul();
    }
}
