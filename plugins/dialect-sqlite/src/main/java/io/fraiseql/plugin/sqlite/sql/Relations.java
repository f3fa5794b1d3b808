package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;

/** Relations that SQLite writes in its own way. */
final class Relations {

    private static final String MEMBER = "m";

    /** {@code json} is the hidden column that {@code json_each(json)} sets: a join can set it where an argument cannot stand. */
    private static final String ELEMENTS =
            "(SELECT key AS ordinal, CASE WHEN type IN ('object', 'array') THEN value ELSE json -> fullkey END AS value";

    private Relations() {}

    /** SQLite has no OFFSET without LIMIT. */
    static boolean write(SqlRelation.Page page, SqlWriter out) {
        if (page.limit() != null || page.offset() == null) {
            return false;
        }
        out.text(" LIMIT -1 OFFSET ").node(page.offset());
        return true;
    }

    static boolean write(SqlRelation.Cte cte, SqlWriter out) {
        out.identifier(cte.name()).text(" AS MATERIALIZED (").node(cte.select()).text(")");
        return true;
    }

    static boolean write(Unnest unnest, SqlWriter out) {
        out.text(ELEMENTS + " FROM json_each(");
        array(unnest.array(), out);
        out.text(")) AS ").identifier(unnest.alias());
        return true;
    }

    /** A subquery in FROM sees no relation beside it, so the array of an unnest comes in through the join's condition. */
    static boolean write(SqlRelation.Join join, SqlWriter out) {
        if (join.source().kind() != SqlNode.Kind.UNNEST) {
            return false;
        }
        Unnest unnest = (Unnest) join.source();
        out.text(join.type() == SqlRelation.Join.Type.LEFT ? " LEFT JOIN " : " JOIN ")
                .text(ELEMENTS + ", json AS document FROM json_each) AS ")
                .identifier(unnest.alias())
                .text(" ON ")
                .identifier(unnest.alias())
                .text(".document = ");
        array(unnest.array(), out);
        if (join.on() != null) {
            out.text(" AND ").node(join.on());
        }
        return true;
    }

    private static void array(SqlExpr array, SqlWriter out) {
        out.text("CASE json_type(")
                .node(array)
                .text(") WHEN 'array' THEN ")
                .node(array)
                .text(" END");
    }

    static boolean write(SqlRelation.Subquery subquery, SqlWriter out) {
        if (noneOrdered(subquery.selects())) {
            return false;
        }
        out.standard(new SqlRelation.Subquery(wrapped(subquery.selects()), subquery.alias()));
        return true;
    }

    static boolean write(SqlRelation.Query query, SqlWriter out) {
        if (noneOrdered(query.selects())) {
            return false;
        }
        out.standard(new SqlRelation.Query(query.ctes(), wrapped(query.selects())));
        return true;
    }

    private static boolean noneOrdered(List<Select> selects) {
        return selects.size() == 1 || selects.stream().noneMatch(Relations::ordered);
    }

    private static boolean ordered(Select select) {
        return !select.order().isEmpty() || select.page() != null;
    }

    /** ORDER BY and LIMIT cannot stand in a member of UNION ALL: such a member becomes a subquery. */
    private static List<Select> wrapped(List<Select> selects) {
        return selects.stream()
                .map(select -> ordered(select) ? wrapped(select) : select)
                .toList();
    }

    private static Select wrapped(Select select) {
        List<SelectItem> items = select.items().stream().map(Relations::member).toList();
        return new Select(items, new SqlRelation.Subquery(List.of(select), MEMBER), List.of(), null, List.of(), null);
    }

    private static SelectItem member(SelectItem item) {
        SqlExpr column = new SqlExpr.Column(MEMBER, item.alias(), ColumnType.TEXT, null, true);
        return new SelectItem(column, item.alias());
    }
}
