package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.BranchForm;
import io.fraiseql.core.plan.ImageAnswer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Map;

/**
 * Reads the rows of a statement and writes the value of its root field. Rows of a plain list go straight into the answer. Others are written
 * as they come, in whatever order, and put together at the end. One thread, one request.
 */
final class RowsReader {

    /** The braces that end every answer. */
    private static final int CLOSING = 2;

    private final Utf8Buffer out;
    private final int maxBytes;
    private final int maxRows;
    private int rowsRead;
    /** Bytes in the buffer that are rows not yet put together. */
    private int apart;

    /**
     * @param maxBytes what the answer may take, and the rows of several branches before they are put together
     */
    RowsReader(Utf8Buffer out, int maxBytes, int maxRows) {
        this.out = out;
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
    }

    void read(RootPlan.Rows plan, RowCursor cursor, Map<String, Object> variables) {
        BranchForm.Kind root = plan.forms().get(0).kind();
        boolean plain = root == BranchForm.Kind.ARRAY || root == BranchForm.Kind.SINGLE;
        if (plain && !plan.statement().shape().branched()) {
            plain(plan, cursor);
        } else {
            assembled(plan, cursor, variables);
        }
        checkSize();
    }

    private void plain(RootPlan.Rows plan, RowCursor cursor) {
        RowWriter writer = new RowWriter(plan.programs().get(0), cursor, out, list -> {});
        if (plan.forms().get(0).kind() == BranchForm.Kind.SINGLE) {
            if (cursor.next()) {
                writer.write();
                checkSize();
            } else {
                Assembler.absent(plan, out);
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

    /** The rows are written behind the answer so far, put together behind them, and moved to where they belong: no second buffer. */
    private void assembled(RootPlan.Rows plan, RowCursor cursor, Map<String, Object> variables) {
        int start = out.length();
        BranchedResult rows = BranchedResult.read(plan, cursor, out, branch -> {
            countRow();
            checkSize();
        });
        int end = out.length();
        apart = end - start;
        new Assembler(plan, rows, out, variables, this::checkSize).root();
        out.move(end, start);
        apart = 0;
    }

    /** Refuses an answer that has become too large. */
    void checkSize() {
        if (out.length() - apart + CLOSING > maxBytes) {
            throw new FraiseqlException(
                    CoreErrorCode.QUERY_TOO_COMPLEX,
                    "the answer is larger than " + maxBytes
                            + " bytes (graphql.maxResponseBytes); ask for less with limit, where or fewer fields");
        }
    }

    /** Writes a row from its image. */
    void image(ImageAnswer answer, StoredRow row) {
        countRow();
        char separator = '{';
        for (ImageAnswer.Piece piece : answer.pieces()) {
            out.write((byte) separator);
            separator = ',';
            out.write(piece.label());
            if (piece.known() != null) {
                out.write(piece.known());
            } else {
                row.write(piece.field(), out);
            }
        }
        out.write((byte) '}');
        checkSize();
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
