package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import io.fraiseql.spi.sql.SqlWriter;

/** Relations that SQL Server writes in its own way. */
final class Relations {

    /** What stands first in a text, behind any white space. */
    private static final String FIRST =
            "SUBSTRING(s.d, PATINDEX(N'%[^' + NCHAR(9) + NCHAR(10) + NCHAR(13) + N' ]%', s.d), 1)";

    private Relations() {}

    /** What sees the relations before it is applied to each of their rows. */
    static boolean write(Join join, SqlWriter out) {
        boolean applied = join.type() == Join.Type.LATERAL
                || join.type() == Join.Type.CROSS && join.source().kind() == SqlNode.Kind.UNNEST;
        if (!applied) {
            return false;
        }
        out.text(" CROSS APPLY ").node(join.source());
        return true;
    }

    /** {@code OPENJSON} refuses what is neither array nor object, and takes an object apart as well. */
    static boolean write(Unnest unnest, SqlWriter out) {
        out.text("(SELECT CAST(u.[key] AS int) AS ").identifier("ordinal").text(", " + JsonValues.text("u") + " AS ");
        out.identifier("value").text(" FROM (SELECT ").node(unnest.array()).text(" AS d) AS s CROSS APPLY OPENJSON(");
        out.text("CASE WHEN " + FIRST + " = N'[' THEN s.d END) AS u) AS ").identifier(unnest.alias());
        return true;
    }

    static boolean write(SqlRelation.Subquery subquery, SqlWriter out) {
        Selects.union(subquery.selects(), out.text("("));
        out.text(") AS ").identifier(subquery.alias());
        return true;
    }

    static boolean write(SqlRelation.Cte cte, SqlWriter out) {
        out.identifier(cte.name())
                .text(" AS (")
                .node(Selects.part(cte.select()))
                .text(")");
        return true;
    }

    static boolean write(SqlRelation.Query query, SqlWriter out) {
        if (query.selects().get(0).from().kind() == SqlNode.Kind.FUNCTION_CALL) {
            Writes.call((SqlRelation.FunctionCall) query.selects().get(0).from(), out);
            return true;
        }
        if (!query.ctes().isEmpty()) {
            Selects.list(query.ctes(), ", ", out.text("WITH "));
            out.text(" ");
        }
        if (query.selects().size() == 1) {
            out.node(query.selects().get(0));
        } else {
            Selects.union(query.selects(), out);
        }
        return true;
    }
}
