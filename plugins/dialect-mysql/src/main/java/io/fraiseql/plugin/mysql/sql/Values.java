package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Values on their way out. */
final class Values {

    private final Server server;
    private final ExactText exact;

    Values(Server server, ExactText exact) {
        this.server = server;
        this.exact = exact;
    }

    /** Texts leave under one collation, because a union does not take several. */
    boolean write(SqlExpr.Read read, SqlWriter out) {
        SqlExpr value = read.value();
        if (value.kind() == SqlNode.Kind.LITERAL) {
            return false;
        }
        if (value.kind() == SqlNode.Kind.JSON_VALUE && asText(read.type())) {
            SqlExpr.JsonValue json = (SqlExpr.JsonValue) value;
            exact.write(new SqlExpr.JsonValue(json.document(), json.path(), ColumnType.TEXT), out);
            return true;
        }
        return switch (read.type()) {
            case TEXT, DURATION -> text(value, out);
            case JSON -> json(value, out);
            case DECIMAL -> computed(read.sql()) ? shortest(value, out) : bits(read.sql()) && number(value, out);
            case BOOLEAN, INT, BIGINT -> bits(read.sql()) && number(value, out);
            default -> false;
        };
    }

    /** What is written as text in a document and read from its text. */
    private static boolean asText(ColumnType type) {
        return switch (type) {
            case DECIMAL, UUID, DATETIME, LOCAL_DATETIME, DATE, TIME -> true;
            default -> false;
        };
    }

    private boolean text(SqlExpr value, SqlWriter out) {
        exact.write(value, out);
        return true;
    }

    private boolean json(SqlExpr value, SqlWriter out) {
        if (server == Server.MARIADB) {
            return value.kind() != SqlNode.Kind.JSON_VALUE && text(value, out);
        }
        out.text("CAST(").node(value).text(" AS CHAR)");
        return true;
    }

    /** Whether a column is of the type {@code BIT}, whose values are bytes until they are computed with. */
    static boolean bits(@Nullable SqlType sql) {
        return sql != null && sql.type().equals("bit");
    }

    /** Whether a decimal was computed from values whose scale nobody knows; a column of text has a collation. */
    private static boolean computed(@Nullable SqlType sql) {
        return sql != null && sql.type().equals("text") && sql.scale() == null && sql.collation() == null;
    }

    /** Without the zeros at the end that the widest decimal has. */
    private static boolean shortest(SqlExpr value, SqlWriter out) {
        out.text("TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(").node(value);
        out.text(" + 0.0 AS CHAR)))");
        return true;
    }

    private static boolean number(SqlExpr value, SqlWriter out) {
        out.text("(").node(value).text(" + 0)");
        return true;
    }
}
