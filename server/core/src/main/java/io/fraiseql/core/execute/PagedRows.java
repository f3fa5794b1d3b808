package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;

/**
 * The rows of a list with lists below it: a page of them and everything below is read by one statement, put together, given row by row,
 * then the next page is read. All pages are read in one snapshot. A page that is too large is read again with half as many rows.
 */
final class PagedRows implements RowSource {

    private static final int MOST_ROOTS = 1024;
    private static final int MANY_ROWS = 64 * 1024;
    private static final int MOST_ROWS = 1024 * 1024;

    private final PagedPlan plan;
    private final Map<String, Object> variables;
    private final ReadSession session;
    private final int maxBytes;
    private final Utf8Buffer scratch;
    private int roots = MOST_ROOTS;
    private List<Object> key = List.of();
    private boolean last;
    private @Nullable BranchedResult page;
    private int row;
    private int rowsRead;

    /**
     * @param session consistent
     * @param maxBytes what one page may take
     */
    PagedRows(PagedPlan plan, Map<String, Object> variables, ReadSession session, int maxBytes) {
        this.plan = plan;
        this.variables = variables;
        this.session = session;
        this.maxBytes = maxBytes;
        this.scratch = new Utf8Buffer(64 * 1024, maxBytes);
    }

    @Override
    public boolean next(Utf8Buffer out) {
        while (page == null || row == page.branch(0).count()) {
            if (last) {
                return false;
            }
            readPage();
        }
        new Assembler(plan.first().rows(), page, out, variables, () -> {}).object(row++);
        return true;
    }

    private void readPage() {
        while (!read(key.isEmpty() || plan.next() == null ? plan.first() : plan.next())) {
            roots /= 2;
        }
        if (scratch.length() < maxBytes / 4 && rowsRead < MANY_ROWS / 4) {
            roots = Math.min(MOST_ROOTS, roots * 2);
        }
    }

    /** Whether the page was not too large. */
    private boolean read(PagedPlan.Page statement) {
        scratch.clear();
        PageKey newest = new PageKey(statement.key());
        rowsRead = 0;
        int mostRows = plan.next() == null || roots == 1 ? MOST_ROWS : MANY_ROWS;
        Object[] values = Binding.values(statement.rows(), PagedPlan.variables(variables, roots, key));
        BranchedResult result;
        try (RowCursor cursor = session.query(statement.rows().statement(), values)) {
            result = BranchedResult.read(statement.rows(), cursor, scratch, branch -> {
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
            if (plan.next() == null || roots == 1) {
                throw tooLarge();
            }
            return false;
        }
        take(result, newest);
        return true;
    }

    private void take(BranchedResult result, PageKey newest) {
        page = result;
        row = 0;
        last = plan.next() == null || result.branch(0).count() < roots;
        key = newest.values();
    }

    private FraiseqlException tooLarge() {
        return new FraiseqlException(
                CoreErrorCode.QUERY_TOO_COMPLEX,
                "a row of the streamed list has more than " + MOST_ROWS + " rows below it, or more than " + maxBytes
                        + " bytes; limit the lists below it");
    }

    @Override
    public void close() {
        page = null;
    }
}
