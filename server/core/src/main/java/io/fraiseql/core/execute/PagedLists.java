package io.fraiseql.core.execute;

import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.spi.database.ReadSession;
import java.util.Map;

/** The rows of a list with lists below it as typed columns, a page at a time. One thread. */
final class PagedLists {

    private final KeptPage page;
    private final Pages pages;

    /** @param session consistent when the plan has several pages */
    PagedLists(PagedPlan plan, SelectedFields selected, Map<String, Object> variables, ReadSession session) {
        this.page = new KeptPage(plan.first().rows(), selected, this::more);
        this.pages = new Pages(plan, variables, session, page);
    }

    private boolean more() {
        return pages.next();
    }

    SelectedRows rows() {
        return page.rows();
    }
}
