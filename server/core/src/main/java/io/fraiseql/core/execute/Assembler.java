package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.BranchForm;
import io.fraiseql.core.plan.BranchForm.Connection;
import io.fraiseql.core.plan.BranchForm.Part;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the written rows of all branches together as the value of a root field. One thread, one use. */
final class Assembler {

    private final RootPlan.Rows plan;
    private final BranchedResult result;
    private final Utf8Buffer out;
    private final Map<String, Object> variables;
    private final Runnable checkSize;

    Assembler(
            RootPlan.Rows plan,
            BranchedResult result,
            Utf8Buffer out,
            Map<String, Object> variables,
            Runnable checkSize) {
        this.plan = plan;
        this.result = result;
        this.out = out;
        this.variables = variables;
        this.checkSize = checkSize;
    }

    void root() {
        list(0, 0);
    }

    /** One row of the root with everything below it. */
    void object(int row) {
        text(0, row, 0);
    }

    /** What stands for no row of a root field. */
    static void absent(RootPlan.Rows plan, Utf8Buffer out) {
        if (!plan.nullable()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "'" + plan.key() + "' is non-null but there is no such row");
        }
        out.nul();
    }

    /** The rows of a branch that belong to a parent, in their form. */
    private void list(int branch, long parent) {
        BranchForm form = plan.forms().get(branch);
        switch (form.kind()) {
            case ARRAY ->
                rows(
                        branch,
                        result.branch(branch).firstOf(parent),
                        result.branch(branch).endOf(parent),
                        0,
                        false);
            case SINGLE -> single(branch, parent, (BranchForm.Single) form);
            case CONNECTION -> connection(branch, parent, (Connection) form);
            case NODES -> nodes((BranchForm.Nodes) form);
        }
    }

    private void single(int branch, long parent, BranchForm.Single form) {
        int row = result.branch(branch).firstOf(parent);
        if (row < result.branch(branch).endOf(parent)) {
            text(branch, row, 0);
        } else if (form.absent() != null) {
            out.write(form.absent());
        } else {
            absent(plan, out);
        }
    }

    /** One text of the rows from one to another, in brackets. */
    private void rows(int branch, int from, int to, int view, boolean backward) {
        out.write((byte) '[');
        for (int i = 0; i < to - from; i++) {
            if (i > 0) {
                out.write((byte) ',');
            }
            text(branch, backward ? to - 1 - i : from + i, view);
        }
        out.write((byte) ']');
    }

    private void connection(int branch, long parent, Connection form) {
        int from = result.branch(branch).firstOf(parent);
        int to = result.branch(branch).endOf(parent);
        boolean more = false;
        if (form.size() != null && form.size().value(variables) instanceof Long size && to - from > size) {
            more = true;
            to = from + (int) (long) size;
        }
        boolean sized = form.size() != null;
        boolean next = sized && !form.backward() ? more : form.before();
        boolean previous = sized && form.backward() ? more : form.after();
        for (Part part : form.parts()) {
            out.write(part.text());
            switch (part.content()) {
                case NOTHING -> checkSize.run();
                case ROWS -> rows(branch, from, to, part.view(), form.backward());
                case HAS_NEXT -> out.bool(next);
                case HAS_PREVIOUS -> out.bool(previous);
                case START -> end(branch, form.backward() ? to - 1 : from, from < to, part.view());
                case END -> end(branch, form.backward() ? from : to - 1, from < to, part.view());
                case COUNT -> count(form.count(), parent);
            }
        }
    }

    private void end(int branch, int row, boolean present, int view) {
        if (present) {
            text(branch, row, view);
        } else {
            out.nul();
        }
    }

    private void count(int branch, long parent) {
        int row = result.branch(branch).firstOf(parent);
        if (row < result.branch(branch).endOf(parent)) {
            text(branch, row, 0);
        } else {
            out.number(0L);
        }
    }

    private void nodes(BranchForm.Nodes form) {
        Map<String, int[]> found = new HashMap<>();
        for (int branch = 0; branch < result.count(); branch++) {
            if (plan.forms().get(branch).kind() == BranchForm.Kind.NODES) {
                for (int row = 0; row < result.branch(branch).count(); row++) {
                    found.put(id(branch, row), new int[] {branch, row});
                }
            }
        }
        out.write((byte) '[');
        String separator = "";
        for (Object id : form.ids().value(variables) instanceof List<?> ids ? ids : List.of()) {
            out.write(separator.getBytes(StandardCharsets.US_ASCII));
            separator = ",";
            int[] place = found.get(String.valueOf(id));
            if (place == null) {
                out.nul();
            } else {
                text(place[0], place[1], 0);
            }
        }
        out.write((byte) ']');
    }

    /** The second text of a row, without its quotes. */
    private String id(int branch, int row) {
        BranchRows rows = result.branch(branch);
        int cut = cutOf(rows, row, 1);
        int from = rows.cutOffset(cut - 1) + 1;
        return new String(result.texts(), from, rows.cutOffset(cut) - 1 - from, StandardCharsets.US_ASCII);
    }

    /** The first cut of one of the texts of a row. */
    private static int cutOf(BranchRows rows, int row, int view) {
        int cut = rows.firstCut(row);
        for (int passed = 0; passed < view; cut++) {
            if (rows.cutList(cut) == BranchRows.SEPARATOR) {
                passed++;
            }
        }
        return cut;
    }

    /** One text of a row, with the lists in it. */
    private void text(int branch, int row, int view) {
        BranchRows rows = result.branch(branch);
        int cut = cutOf(rows, row, view);
        int from = view == 0 ? rows.start(row) : rows.cutOffset(cut - 1);
        while (true) {
            int to = rows.cutOffset(cut);
            out.write(result.texts(), from, to - from);
            int list = rows.cutList(cut);
            if (list < 0) {
                checkSize.run();
                return;
            }
            list(list, rows.id(row));
            from = to;
            cut++;
        }
    }
}
