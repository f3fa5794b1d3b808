package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements that read a list with lists below it page by page, in the order of its key. Immutable.
 *
 * @param first reads the first page, and all of the list when {@code next} is null
 * @param next reads the page after a key; null when the operation itself bounds the list
 */
public record PagedPlan(Page first, @Nullable Page next) {

    /** No name of a variable in a document: what pages bind beside its variables. */
    static final String PAGE = "";

    /**
     * One statement.
     *
     * @param key where each part of the key stands in the rows of the list
     */
    public record Page(RootPlan.Rows rows, List<KeyColumn> key) {
        public Page {
            key = List.copyOf(key);
        }
    }

    /** A column of the statement that holds a part of the key. */
    public record KeyColumn(int column, ColumnType type) {}

    /**
     * The variables that a page binds.
     *
     * @param variables of the request, coerced
     * @param limit the most rows of the list that the page may have
     * @param after the key of the row before the page, as bound values; empty for the first
     */
    public static Map<String, Object> variables(Map<String, Object> variables, long limit, List<Object> after) {
        List<Object> page = new ArrayList<>(after.size() + 1);
        page.add(limit);
        page.addAll(after);
        Map<String, Object> all = new HashMap<>(variables);
        all.put(PAGE, page);
        return all;
    }
}
