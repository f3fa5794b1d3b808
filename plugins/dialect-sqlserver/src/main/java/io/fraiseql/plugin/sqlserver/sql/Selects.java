package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** One SELECT: a limit stands at its beginning, with an offset at its end. */
final class Selects {

    private static final String BEHIND_EVERY_ROW = "CAST(9223372036854775807 AS bigint)";

    private Selects() {}

    static boolean write(Select select, SqlWriter out) {
        write(select, out, () -> out.node(select.from()));
        return true;
    }

    /** @param source writes what the rows come from */
    static void write(Select written, SqlWriter out, Runnable source) {
        DocumentAggregates documents = new DocumentAggregates(written);
        Select select = documents.select();
        Page page = select.page();
        SqlExpr top = page == null ? null : top(page);
        out.text("SELECT ");
        if (top != null) {
            out.text("TOP (").node(top).text(") ");
        }
        list(select.items(), ", ", out);
        out.text(" FROM ");
        source.run();
        select.joins().forEach(out::node);
        documents.apply(out);
        if (select.where() != null) {
            out.text(" WHERE ").node(select.where());
        }
        if (!select.group().isEmpty()) {
            GroupKeys.list(select.group(), out.text(" GROUP BY "));
        }
        clause(" ORDER BY ", select.order(), out);
        if (page != null && top == null) {
            out.text(select.order().isEmpty() ? " ORDER BY (SELECT NULL) OFFSET " : " OFFSET ");
            offset(page.limit(), required(page.offset()), out);
        }
    }

    /** The limit where there is no offset, or where it does not matter; null otherwise. */
    private static @Nullable SqlExpr top(Page page) {
        SqlExpr limit = page.limit();
        return limit != null && (page.offset() == null || isZero(limit)) ? limit : null;
    }

    /** A limit of 0 is no number of rows to fetch: it begins behind every row instead. */
    private static void offset(@Nullable SqlExpr limit, SqlExpr offset, SqlWriter out) {
        if (limit == null) {
            out.node(offset).text(" ROWS");
        } else if (limit.kind() == SqlNode.Kind.BIND) {
            out.text("CASE WHEN ").node(limit).text(" > 0 THEN ").node(offset);
            out.text(" ELSE " + BEHIND_EVERY_ROW + " END ROWS FETCH NEXT CASE WHEN ")
                    .node(limit);
            out.text(" > 0 THEN ").node(limit).text(" ELSE 1 END ROWS ONLY");
        } else {
            out.node(offset).text(" ROWS FETCH NEXT ").node(limit).text(" ROWS ONLY");
        }
    }

    private static boolean isZero(SqlExpr limit) {
        return limit.kind() == SqlNode.Kind.LITERAL && Long.valueOf(0).equals(((SqlExpr.Literal) limit).value());
    }

    private static SqlExpr required(@Nullable SqlExpr offset) {
        if (offset == null) {
            throw new IllegalStateException("a page with neither limit nor offset");
        }
        return offset;
    }

    private static void clause(String keyword, List<? extends SqlNode> nodes, SqlWriter out) {
        if (!nodes.isEmpty()) {
            list(nodes, ", ", out.text(keyword));
        }
    }

    static void list(List<? extends SqlNode> nodes, String separator, SqlWriter out) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? "" : separator).node(nodes.get(i));
        }
    }

    /** A select that is part of another statement, where an order without a page is refused. */
    static Select part(Select select) {
        return select.page() != null || select.order().isEmpty()
                ? select
                : new Select(
                        select.items(), select.from(), select.joins(), select.where(), select.group(), List.of(), null);
    }

    /** Several selects; one with a page of its own stands in parentheses of its own. */
    static void union(List<SqlRelation.Select> selects, SqlWriter out) {
        for (int i = 0; i < selects.size(); i++) {
            Select select = part(selects.get(i));
            boolean closed = selects.size() > 1 && select.page() != null;
            out.text(i == 0 ? "" : " UNION ALL ").text(closed ? "SELECT * FROM (" : "");
            out.node(select);
            if (closed) {
                out.text(") AS ").identifier("r");
            }
        }
    }
}
