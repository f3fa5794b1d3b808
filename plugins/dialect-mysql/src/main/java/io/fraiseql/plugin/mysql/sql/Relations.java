package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Relations that the servers write in their own way. */
final class Relations {

    /** The most rows that a LIMIT takes. */
    private static final String ALL = "18446744073709551615";

    /** A page of all rows, which makes the servers compute a relation for itself. */
    static final Page EVERY_ROW = new Page(new SqlExpr.Literal(Long.MAX_VALUE, ColumnType.BIGINT), null);

    private final Server server;

    Relations(Server server) {
        this.server = server;
    }

    /** Groups by the place of an item, because the servers do not see that a subquery in both lists is the same one. */
    boolean write(Select written, SqlWriter out) {
        if (written.group().isEmpty()) {
            return false;
        }
        Select select = DocumentGroups.of(written);
        List<SqlExpr> items = select.items().stream().map(SelectItem::value).toList();
        List<SqlExpr> group = select.group().stream()
                .map(key -> items.contains(key) ? place(items.indexOf(key)) : key)
                .toList();
        out.standard(new Select(
                select.items(), select.from(), select.joins(), select.where(), group, select.order(), select.page()));
        return true;
    }

    private static SqlExpr place(int index) {
        return new SqlExpr.Literal(index + 1L, ColumnType.BIGINT);
    }

    /** There is no OFFSET without LIMIT. */
    boolean write(Page page, SqlWriter out) {
        if (page.limit() != null || page.offset() == null) {
            return false;
        }
        out.text(" LIMIT " + ALL + " OFFSET ").node(page.offset());
        return true;
    }

    /**
     * Of the elements of a list: MySQL 9.7 joins such a subquery as if it did not depend on the row, and finds elements of other rows. As
     * one side of a comparison it is asked for each row.
     */
    boolean write(SqlExpr.Exists exists, SqlWriter out) {
        if (server != Server.MYSQL || exists.select().from().kind() != SqlNode.Kind.UNNEST) {
            return false;
        }
        out.text("EXISTS (").node(exists.select()).text(exists.negated() ? ") = 0" : ") = 1");
        return true;
    }

    boolean write(Unnest unnest, SqlWriter out) {
        out.text("JSON_TABLE(CASE JSON_TYPE(").node(unnest.array()).text(") WHEN 'ARRAY' THEN ");
        out.node(unnest.array()).text(" END, '$[*]' COLUMNS (");
        out.identifier("ordinal").text(" FOR ORDINALITY, ").identifier("value").text(" JSON PATH '$')) AS ");
        out.identifier(unnest.alias());
        return true;
    }

    /**
     * Computed once, however often it is named: rows are numbered in it, and two numberings need not agree. MySQL merges a relation into
     * each use unless it has a LIMIT; MariaDB computes it for each use unless it is recursive, so it gets a step that adds nothing.
     */
    boolean write(SqlRelation.Cte cte, SqlWriter out) {
        out.identifier(cte.name());
        if (server == Server.MYSQL) {
            out.text(" AS (").node(limited(cte.select())).text(")");
        } else {
            out.text(" AS (SELECT * FROM (").node(cte.select()).text(") AS ").identifier("r");
            out.text(" UNION ALL SELECT * FROM ").identifier(cte.name()).text(" WHERE 1 = 0)");
        }
        return true;
    }

    private static Select limited(Select select) {
        return select.page() != null
                ? select
                : new Select(select.items(), select.from(), select.joins(), select.where(), select.order(), EVERY_ROW);
    }

    boolean write(SqlRelation.Subquery subquery, SqlWriter out) {
        union(subquery.selects(), out.text("("));
        out.text(") AS ").identifier(subquery.alias());
        return true;
    }

    boolean write(SqlRelation.Query query, SqlWriter out) {
        if (query.selects().get(0).from().kind() == SqlNode.Kind.FUNCTION_CALL) {
            Calls.write((SqlRelation.FunctionCall) query.selects().get(0).from(), out);
            return true;
        }
        if (!query.ctes().isEmpty()) {
            out.text(server == Server.MARIADB ? "WITH RECURSIVE " : "WITH ");
            list(query.ctes(), ", ", out);
            out.text(" ");
        }
        union(query.selects(), out);
        return true;
    }

    /** ORDER BY and LIMIT of one member stand in its parentheses. */
    private static void union(List<Select> selects, SqlWriter out) {
        for (int i = 0; i < selects.size(); i++) {
            Select select = selects.get(i);
            boolean closed = selects.size() > 1 && (!select.order().isEmpty() || select.page() != null);
            out.text(i == 0 ? "" : " UNION ALL ")
                    .text(closed ? "(" : "")
                    .node(select)
                    .text(closed ? ")" : "");
        }
    }

    private static void list(List<? extends SqlNode> nodes, String separator, SqlWriter out) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? "" : separator).node(nodes.get(i));
        }
    }
}
