package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Reads a list with lists below it page by page: a page of its rows and everything below is read by one statement, then the next page. All
 * pages are read in one snapshot. The first ones are small; those after small ones are larger, and a page that is too large is read again with half
 * as many rows. One thread.
 */
final class Pages {

    /** What a page may take, or a row with what is below it. */
    static final int MAX_BYTES = 16 << 20;

    private static final int FIRST_ROOTS = 64;
    private static final int MOST_ROOTS = 1024;
    private static final int MANY_ROWS = 64 * 1024;
    private static final int MOST_ROWS = 1024 * 1024;

    private final PagedPlan plan;
    private final Map<String, Object> variables;
    private final ReadSession session;
    private final Page page;
    private int roots = FIRST_ROOTS;
    private List<Object> key = List.of();
    private boolean last;
    private int rowsRead;

    /** What is kept of a page. */
    interface Page {

        /**
         * Replaces the page that was kept.
         *
         * @param row to be called with the branch of each row that was reached, before it is read
         * @throws FraiseqlException {@link CoreErrorCode#QUERY_TOO_COMPLEX} when it takes more than {@link #MAX_BYTES}
         */
        void read(RootPlan.Rows rows, RowCursor cursor, IntConsumer row);

        /** How many rows of the list it has. */
        int roots();

        /** How many bytes it takes. */
        int bytes();
    }

    /**
     * @param session consistent when there are several pages
     * @param page that is read anew each time
     */
    Pages(PagedPlan plan, Map<String, Object> variables, ReadSession session, Page page) {
        this.plan = plan;
        this.variables = variables;
        this.session = session;
        this.page = page;
    }

    /** Reads the next page, which may have no rows; false after the last one. */
    boolean next() {
        if (last) {
            return false;
        }
        while (!read(key.isEmpty() || plan.next() == null ? plan.first() : plan.next())) {
            roots /= 2;
        }
        if (page.bytes() < MAX_BYTES / 4 && rowsRead < MANY_ROWS / 4) {
            roots = Math.min(MOST_ROOTS, roots * 2);
        }
        return true;
    }

    /** Whether the page was not too large. */
    private boolean read(PagedPlan.Page statement) {
        PageKey newest = new PageKey(statement.key());
        rowsRead = 0;
        boolean whole = plan.next() == null || roots == 1;
        int mostRows = whole ? MOST_ROWS : MANY_ROWS;
        int asked = roots;
        Object[] values = Binding.values(statement.rows(), PagedPlan.variables(variables, asked, key));
        try (RowCursor cursor = session.query(statement.rows().statement(), values)) {
            page.read(statement.rows(), cursor, branch -> {
                if (++rowsRead > mostRows) {
                    throw tooLarge();
                }
                if (branch == 0) {
                    newest.offer(cursor.getLong(RowShape.ORDINAL), cursor);
                }
            });
        } catch (FraiseqlException e) {
            if (e.code() != CoreErrorCode.QUERY_TOO_COMPLEX) {
                throw e;
            }
            if (whole) {
                throw tooLarge();
            }
            return false;
        }
        last = plan.next() == null || page.roots() < asked;
        key = newest.values();
        return true;
    }

    private FraiseqlException tooLarge() {
        String what = plan.next() == null ? "the list has" : "a row of the streamed list has";
        String below = plan.next() == null ? " rows with those below it" : " rows below it";
        String advice = plan.next() == null ? "ask for fewer, or in the order of the key" : "limit the lists below it";
        return new FraiseqlException(
                CoreErrorCode.QUERY_TOO_COMPLEX,
                what + " more than " + MOST_ROWS + below + ", or more than " + MAX_BYTES + " bytes; " + advice);
    }
}
