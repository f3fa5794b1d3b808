package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import java.util.Map;
import java.util.function.IntConsumer;

/** The rows of a list with lists below it as JSON: a page of them is read and put together, then given row by row. */
final class PagedRows implements RowSource, Pages.Page {

    private final PagedPlan plan;
    private final Map<String, Object> variables;
    private final Pages pages;
    private final Utf8Buffer scratch = new Utf8Buffer(64 * 1024, Pages.MAX_BYTES);
    private @Nullable BranchedResult page;
    private int row;

    /** @param session consistent */
    PagedRows(PagedPlan plan, Map<String, Object> variables, ReadSession session) {
        this.plan = plan;
        this.variables = variables;
        this.pages = new Pages(plan, variables, session, this);
    }

    @Override
    public boolean next(Utf8Buffer out) {
        while (page == null || row == roots()) {
            if (!pages.next()) {
                return false;
            }
        }
        new Assembler(plan.first().rows(), page, out, variables, () -> {}).object(row++);
        return true;
    }

    @Override
    public void read(RootPlan.Rows rows, RowCursor cursor, IntConsumer reached) {
        scratch.clear();
        page = BranchedResult.read(rows, cursor, scratch, reached);
        row = 0;
    }

    @Override
    public int roots() {
        return page == null ? 0 : page.branch(0).count();
    }

    @Override
    public int bytes() {
        return scratch.length();
    }

    @Override
    public void close() {
        page = null;
    }
}
