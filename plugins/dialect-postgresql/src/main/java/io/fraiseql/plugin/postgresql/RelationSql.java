package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.sql.SqlRelation.Cte;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlWriter;

/** Order and common relations. */
final class RelationSql {

    private RelationSql() {}

    /** PostgreSQL puts nulls last when ascending and first when descending; only the other way is written. */
    static boolean orderTerm(OrderTerm node, SqlWriter out) {
        if (node.codepoint()) {
            ValueSql.text(node.value(), out).text(" COLLATE \"C\"");
        } else {
            out.node(node.value());
        }
        out.text(node.descending() ? " DESC" : "");
        if (node.nullable() && node.nullsFirst() != node.descending()) {
            out.text(node.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return true;
    }

    static boolean cte(Cte node, SqlWriter out) {
        out.identifier(node.name())
                .text(" AS MATERIALIZED (")
                .node(node.select())
                .text(")");
        return true;
    }
}
