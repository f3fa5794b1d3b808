package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The rows of a statement by branch: written to a buffer as they come, in whatever order, for an {@link Assembler} to put together when they are
 * all there. One thread, one request.
 */
final class BranchedResult {

    private final BranchRows[] branches;
    private final Utf8Buffer texts;

    private BranchedResult(BranchRows[] branches, Utf8Buffer texts) {
        this.branches = branches;
        this.texts = texts;
    }

    /**
     * Reads all rows.
     *
     * @param texts takes what is written of the rows, behind what it holds
     * @param row called with the branch of each row that was reached, before it is read
     */
    static BranchedResult read(RootPlan.Rows plan, RowCursor cursor, Utf8Buffer texts, IntConsumer row) {
        List<RowProgram> programs = plan.programs();
        BranchRows[] branches = new BranchRows[programs.size()];
        RowWriter[] writers = new RowWriter[programs.size()];
        for (int i = 0; i < branches.length; i++) {
            BranchRows rows = new BranchRows();
            branches[i] = rows;
            writers[i] = new RowWriter(programs.get(i), cursor, texts, list -> rows.cut(texts.length(), list));
        }
        RowShape shape = plan.statement().shape();
        while (cursor.next()) {
            int branch = shape.branched() ? (int) cursor.getLong(RowShape.BRANCH) : 0;
            row.accept(branch);
            place(branches[branch], shape, branch, cursor, texts.length());
            writers[branch].write();
            branches[branch].end(texts.length());
        }
        for (BranchRows rows : branches) {
            rows.arrange();
        }
        return new BranchedResult(branches, texts);
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

    /** The rows of one branch. */
    BranchRows branch(int branch) {
        return branches[branch];
    }

    /** How many branches there are. */
    int count() {
        return branches.length;
    }

    /** The bytes that the rows' places count in. */
    byte[] texts() {
        return texts.array();
    }
}
