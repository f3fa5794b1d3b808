package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.RowProgram;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;

/**
 * Reads the rows of a statement and writes the value of its root field. Rows of a single branch go straight into the answer. Rows of
 * several branches are written to a scratch buffer as they come, in whatever order, and put together at the end. One thread, one request.
 */
final class RowsReader {

    private static final int SCRATCH = 16 * 1024;

    private final Utf8Buffer out;
    private final int maxBytes;
    private final int maxRows;
    private int rowsRead;

    /**
     * @param maxBytes what the answer may take, and the rows of several branches before they are put together
     */
    RowsReader(Utf8Buffer out, int maxBytes, int maxRows) {
        this.out = out;
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
    }

    void read(RootPlan.Rows plan, RowCursor cursor) {
        if (plan.statement().shape().branched()) {
            branched(plan, cursor);
        } else {
            plain(plan, cursor);
        }
    }

    private void plain(RootPlan.Rows plan, RowCursor cursor) {
        RowWriter writer = new RowWriter(plan.programs().get(0), cursor, out, list -> {});
        if (!plan.list()) {
            if (cursor.next()) {
                writer.write();
                checkSize();
            } else {
                absent(plan);
            }
            return;
        }
        out.write((byte) '[');
        boolean first = true;
        while (cursor.next()) {
            countRow();
            if (!first) {
                out.write((byte) ',');
            }
            first = false;
            writer.write();
            checkSize();
        }
        out.write((byte) ']');
    }

    private void branched(RootPlan.Rows plan, RowCursor cursor) {
        Utf8Buffer scratch = new Utf8Buffer(SCRATCH, maxBytes);
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
            countRow();
            int branch = (int) cursor.getLong(RowShape.BRANCH);
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
        assemble(plan, branches, scratch);
    }

    private void assemble(RootPlan.Rows plan, BranchRows[] branches, Utf8Buffer scratch) {
        if (plan.list()) {
            children(branches, scratch, 0, 0);
        } else if (branches[0].count() > 0) {
            object(branches, scratch, 0, 0);
        } else {
            absent(plan);
        }
    }

    private void children(BranchRows[] branches, Utf8Buffer scratch, int list, long parent) {
        BranchRows rows = branches[list];
        out.write((byte) '[');
        int first = rows.firstOf(parent);
        for (int row = first; row < rows.count() && rows.parent(row) == parent; row++) {
            if (row > first) {
                out.write((byte) ',');
            }
            object(branches, scratch, list, row);
        }
        out.write((byte) ']');
    }

    private void object(BranchRows[] branches, Utf8Buffer scratch, int branch, int row) {
        BranchRows rows = branches[branch];
        int from = rows.start(row);
        int cut = rows.firstCut(row);
        while (true) {
            int to = rows.cutOffset(cut);
            out.write(scratch.array(), from, to - from);
            int list = rows.cutList(cut);
            if (list < 0) {
                checkSize();
                return;
            }
            children(branches, scratch, list, rows.id(row));
            from = to;
            cut++;
        }
    }

    private void absent(RootPlan.Rows plan) {
        if (!plan.nullable()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "'" + plan.key() + "' is non-null but there is no such row");
        }
        out.nul();
    }

    /** Refuses an answer that has become too large. */
    void checkSize() {
        if (out.length() > maxBytes) {
            throw new FraiseqlException(
                    CoreErrorCode.QUERY_TOO_COMPLEX,
                    "the answer is larger than " + maxBytes
                            + " bytes (graphql.maxResponseBytes); ask for less with limit, where or fewer fields");
        }
    }

    private void countRow() {
        if (++rowsRead > maxRows) {
            throw new FraiseqlException(
                    CoreErrorCode.QUERY_TOO_COMPLEX,
                    "the answer has more than " + maxRows
                            + " rows (graphql.maxRows); ask for fewer with limit or where");
        }
    }
}
