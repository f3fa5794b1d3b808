package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;
import java.util.Set;

/**
 * A write and the select of what it wrote, in one batch. OUTPUT would give the rows too, but as they are before the triggers, and not at all
 * where there are some.
 */
public final class Batches {

    /** The error of a batch that finds other rows than it wrote. */
    public static final int OTHER_ROWS = 50_001;

    /** The counts of the statements before the select would be results of their own. */
    static final String BEGIN = "SET NOCOUNT ON; ";

    /** The keys that an INSERT made. */
    static final String KEYS = "@keys";

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "int", "bigint");

    private Batches() {}

    static boolean write(SqlWrite.WriteAndRead node, SqlWriter out) {
        SqlExpr.Column generated = generated(node.read().where());
        out.text(BEGIN);
        if (generated == null) {
            out.node(node.write());
        } else {
            out.text("DECLARE " + KEYS + " TABLE ([k] " + type(generated.sql()) + " NOT NULL); ");
            Writes.insert((SqlWrite.Insert) node.write(), generated, out);
        }
        out.text("; IF @@ROWCOUNT <> (").node(counted(node.read()));
        out.text(") THROW " + OTHER_ROWS + ", N'the written rows have other keys', 1; ")
                .node(node.read());
        return true;
    }

    static boolean write(SqlExpr.GeneratedKeys keys, SqlWriter out) {
        out.node(keys.key()).text(" IN (SELECT [k] FROM " + KEYS + ")");
        return true;
    }

    private static Select counted(Select read) {
        SelectItem count = new SelectItem(SqlExpr.Aggregate.count(), "n");
        return new Select(List.of(count), read.from(), read.joins(), read.where(), List.of(), null);
    }

    private static SqlExpr.@Nullable Column generated(@Nullable SqlExpr where) {
        if (where == null || where.kind() != SqlNode.Kind.LOGIC) {
            return null;
        }
        return ((SqlExpr.Logic) where)
                .conditions().stream()
                        .filter(condition -> condition.kind() == SqlNode.Kind.GENERATED_KEYS)
                        .map(condition -> (SqlExpr.Column) ((SqlExpr.GeneratedKeys) condition).key())
                        .findFirst()
                        .orElse(null);
    }

    /** The type that the key has, so that its index serves. */
    private static String type(@Nullable SqlType sql) {
        if (sql == null || INTEGERS.contains(sql.type())) {
            return sql == null ? "bigint" : sql.type();
        }
        return "decimal(" + (sql.precision() == null ? "38" : sql.precision()) + ", 0)";
    }
}
