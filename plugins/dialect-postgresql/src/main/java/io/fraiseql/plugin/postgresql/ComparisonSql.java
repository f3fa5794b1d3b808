package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.InList;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Equality and lists. Where the column's own equality is looser than by code point, the column is compared first, which its
 * index serves, and then byte by byte.
 */
final class ComparisonSql {

    private static final String BYTEWISE = " COLLATE \"C\"";

    private ComparisonSql() {}

    static boolean comparison(Comparison node, SqlWriter out) {
        if (node.type() == ColumnType.JSON) {
            ValueSql.cast(node.left(), "jsonb", out).text(" " + node.operator().symbol() + " ");
            ValueSql.cast(node.right(), "jsonb", out);
            return true;
        }
        if (node.codepoint() || PostgresTypes.operatorsInSchema(node.sql())) {
            bytewise(node, out);
            return true;
        }
        boolean loose = node.type() == ColumnType.TEXT && PostgresTypes.looseEquality(node.sql());
        return loose && looseComparison(node, out);
    }

    private static boolean looseComparison(Comparison node, SqlWriter out) {
        return switch (node.operator()) {
            case EQUAL -> {
                out.text("(");
                ValueSql.operand(node.left(), out).text(" = ");
                ValueSql.operand(node.right(), out).text(" AND ");
                bytewise(node, out).text(")");
                yield true;
            }
            case NOT_EQUAL -> {
                bytewise(node, out);
                yield true;
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
        };
    }

    private static SqlWriter bytewise(Comparison node, SqlWriter out) {
        ValueSql.cast(node.left(), "text", out)
                .text(BYTEWISE + " " + node.operator().symbol() + " ");
        return node.right() instanceof SqlExpr.Bind bind
                ? ValueSql.textBind(bind, out)
                : ValueSql.cast(node.right(), "text", out);
    }

    /** Nothing is known of a null, in and not in any list: not in an empty one either, of which SQL knows. */
    static boolean inList(InList node, SqlWriter out) {
        boolean nullable = PostgresTypes.nullable(node.value());
        out.text(nullable ? "(" : "");
        if (node.negated()) {
            notIn(node, out);
        } else {
            in(node, out);
        }
        if (nullable) {
            out.text(node.negated() ? " AND (" : " OR (");
            ValueSql.operand(node.value(), out).text(node.negated() ? " IS NOT NULL OR NULL))" : " IS NULL AND NULL))");
        }
        return true;
    }

    private static boolean loose(InList node) {
        return node.type() == ColumnType.TEXT
                && (PostgresTypes.looseEquality(node.sql()) || PostgresTypes.operatorsInSchema(node.sql()));
    }

    private static void in(InList node, SqlWriter out) {
        if (!loose(node)) {
            any(node, out);
            return;
        }
        out.text("(");
        if (!PostgresTypes.operatorsInSchema(node.sql())) {
            any(node, out).text(" AND ");
        }
        ValueSql.cast(node.value(), "text", out).text(BYTEWISE + " = ANY(");
        out.bind(node.list()).text("::text[]))");
    }

    private static SqlWriter any(InList node, SqlWriter out) {
        return ValueSql.operand(node.value(), out)
                .text(" = ANY(")
                .node(node.list())
                .text(")");
    }

    private static void notIn(InList node, SqlWriter out) {
        if (loose(node)) {
            ValueSql.cast(node.value(), "text", out).text(BYTEWISE + " <> ALL(");
            out.bind(node.list()).text("::text[])");
        } else {
            ValueSql.operand(node.value(), out)
                    .text(" <> ALL(")
                    .node(node.list())
                    .text(")");
        }
    }
}
