package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Map;

/**
 * Locking selects. With the hint a statement reads what is committed and not the snapshot, and waits for who else writes. Ranges are not
 * locked: writers of different new rows would meet there, and who loses a race for the same one begins again.
 */
final class Locks {

    private static final String WAITING = " WITH (UPDLOCK)";
    private static final String PASSING = " WITH (UPDLOCK, READPAST, ROWLOCK)";

    private Locks() {}

    static boolean write(SqlWrite.Lock lock, SqlWriter out) {
        Select select = lock.select();
        Selects.write(select, out, () -> source(select, lock.passing() ? PASSING : WAITING, out));
        return true;
    }

    /** A hint stands behind a table, and not behind what computes columns of it. */
    private static void source(Select select, String hint, SqlWriter out) {
        if (select.from().kind() != SqlNode.Kind.TABLE) {
            throw new IllegalStateException("only rows of a table are locked");
        }
        Table table = (Table) select.from();
        if (table.computed().isEmpty()) {
            out.node(table).text(hint);
            return;
        }
        out.text("(SELECT ").identifier("t").text(".*");
        for (Map.Entry<String, String> column : table.computed().entrySet()) {
            out.text(", (" + column.getValue() + ") AS ").identifier(column.getKey());
        }
        Writes.name(table.name(), out.text(" FROM ")).text(" AS ").identifier("t");
        out.text(hint + ") AS ").identifier(table.alias());
    }
}
