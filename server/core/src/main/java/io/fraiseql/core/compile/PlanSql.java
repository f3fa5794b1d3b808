package io.fraiseql.core.compile;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.WriteAnswer;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;

/** The statements of a root field as text. */
public final class PlanSql {

    private PlanSql() {}

    /**
     * The SQL, several statements each on a line of its own in the order in which they run: of a write, the one that finds its rows, the
     * write with all columns, and what reads the answer back
     * where the written row does not answer by itself.
     *
     * @return null for a value that is known without the database
     */
    public static @Nullable String of(RootPlan root) {
        if (root instanceof RootPlan.Rows rows) {
            return rows.statement().sql();
        }
        if (root instanceof RootPlan.Call call) {
            String sql = call.statement().statement().sql();
            RootPlan.Rows row = call.row();
            return row == null ? sql : sql + ";\n" + row.statement().sql();
        }
        return root instanceof RootPlan.Write write ? write(write) : null;
    }

    private static String write(RootPlan.Write write) {
        List<String> lines = new ArrayList<>();
        if (write.found() != null) {
            lines.add(write.found().statement().sql());
        }
        write.target().samples(write.mutation()).forEach(statement -> lines.add(statement.text()));
        WriteAnswer answer = write.answer();
        if (answer.row() != null) {
            lines.add(answer.row().read().statement().sql());
        }
        for (WriteAnswer.Part part : answer.parts()) {
            if (part.rows() != null) {
                lines.add(part.rows().read().statement().sql());
            }
        }
        return String.join(";\n", lines);
    }
}
