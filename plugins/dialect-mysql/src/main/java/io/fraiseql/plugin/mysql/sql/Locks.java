package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;
import java.util.Map;

/** Locking selects. One that stands outside of a subquery locks nothing in it, so it goes in where a table has computed columns. */
final class Locks {

    private Locks() {}

    static boolean write(SqlWrite.Lock lock, SqlWriter out) {
        Select select = lock.select();
        boolean table = select.from().kind() == SqlNode.Kind.TABLE;
        if (!table || ((SqlRelation.Table) select.from()).computed().isEmpty()) {
            return false;
        }
        list("SELECT ", select.items(), out);
        source((SqlRelation.Table) select.from(), lock.passing(), out.text(" FROM (SELECT "));
        if (select.where() != null) {
            out.text(" WHERE ").node(select.where());
        }
        list(" ORDER BY ", select.order(), out);
        if (select.page() != null) {
            out.node(select.page());
        }
        return true;
    }

    private static void source(SqlRelation.Table table, boolean passing, SqlWriter out) {
        out.identifier("t").text(".*");
        for (Map.Entry<String, String> column : table.computed().entrySet()) {
            out.text(", (" + column.getValue() + ") AS ").identifier(column.getKey());
        }
        Writes.name(table.name(), out.text(" FROM ")).text(" AS ").identifier("t");
        out.text(" FOR UPDATE" + (passing ? " SKIP LOCKED" : "") + ") AS ").identifier(table.alias());
    }

    private static void list(String before, List<? extends SqlNode> nodes, SqlWriter out) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? before : ", ").node(nodes.get(i));
        }
    }
}
