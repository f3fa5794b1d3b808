package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlAggregation;
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
        List<String> numbered = numbered(node.write());
        out.text(BEGIN);
        identityInsert(numbered, "ON; ", out);
        if (generated == null) {
            out.node(node.write());
        } else {
            out.text("DECLARE " + KEYS + " TABLE ([k] " + type(generated.sql()) + " NOT NULL); ");
            Writes.insert((SqlWrite.Insert) node.write(), generated, out);
        }
        out.text("; IF @@ROWCOUNT <> (").node(counted(node.read()));
        out.text(") THROW " + OTHER_ROWS + ", N'the written rows have other keys', 1; ")
                .node(node.read());
        identityInsert(numbered, "OFF", numbered.isEmpty() ? out : out.text("; "));
        return true;
    }

    /** Numbers that are given to identities are refused unless the table is said to take them; after a failure the setting ends with the batch. */
    private static void identityInsert(List<String> table, String value, SqlWriter out) {
        if (!table.isEmpty()) {
            Writes.name(table, out.text("SET IDENTITY_INSERT ")).text(" " + value);
        }
    }

    /** The table whose identities are given; empty for none. */
    private static List<String> numbered(SqlWrite write) {
        if (write.kind() != SqlNode.Kind.INSERT) {
            return List.of();
        }
        SqlWrite.Insert insert = (SqlWrite.Insert) write;
        boolean given = insert.values().stream().anyMatch(value -> isIdentity(value.value()));
        return given ? insert.table() : List.of();
    }

    private static boolean isIdentity(SqlExpr value) {
        SqlType sql =
                switch (value.kind()) {
                    case STORED -> ((SqlExpr.Stored) value).sql();
                    case COLUMN -> ((SqlExpr.Column) value).sql();
                    default -> null;
                };
        return sql != null && sql.identity();
    }

    static boolean write(SqlExpr.GeneratedKeys keys, SqlWriter out) {
        out.node(keys.key()).text(" IN (SELECT [k] FROM " + KEYS + ")");
        return true;
    }

    private static Select counted(Select read) {
        SelectItem count = new SelectItem(SqlAggregation.Aggregate.count(), "n");
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
