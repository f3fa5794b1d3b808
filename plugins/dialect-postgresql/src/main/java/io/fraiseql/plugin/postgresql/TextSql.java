package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.SearchTest;
import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Matching of text. Values with a collation of their own are matched byte by byte, because PostgreSQL refuses patterns under a
 * collation that is not deterministic; without regard to case everything follows the database's collation.
 */
final class TextSql {

    private TextSql() {}

    static boolean match(TextMatch node, SqlWriter out) {
        switch (node.operator()) {
            case CONTAINS -> contains(node, out);
            case STARTS_WITH -> startsWith(node, out);
            case ENDS_WITH -> endsWith(node, out);
            case LIKE -> operator(node, node.ignoreCase() ? "ILIKE" : "LIKE", "NOT ", out);
            case REGEX -> operator(node, node.ignoreCase() ? "~*" : "~", "!", out);
        }
        return true;
    }

    private static void contains(TextMatch node, SqlWriter out) {
        value(node, out.text("strpos(")).text(", ");
        pattern(node, out).text(node.negated() ? ") = 0" : ") > 0");
    }

    private static void startsWith(TextMatch node, SqlWriter out) {
        out.text(node.negated() ? "NOT starts_with(" : "starts_with(");
        value(node, out).text(", ");
        pattern(node, out).text(")");
    }

    private static void endsWith(TextMatch node, SqlWriter out) {
        out.text("right(");
        value(node, out).text(", length(");
        pattern(node, out).text(node.negated() ? ")) <> " : ")) = ");
        pattern(node, out);
    }

    private static void operator(TextMatch node, String operator, String negation, SqlWriter out) {
        collated(node.value(), node.ignoreCase(), out).text(" ").text(node.negated() ? negation : "");
        ValueSql.textBind(node.pattern(), out.text(operator).text(" "));
    }

    private static SqlWriter value(TextMatch node, SqlWriter out) {
        out.text(node.ignoreCase() ? "lower(" : "");
        return collated(node.value(), node.ignoreCase(), out).text(node.ignoreCase() ? ")" : "");
    }

    private static SqlWriter pattern(TextMatch node, SqlWriter out) {
        out.text(node.ignoreCase() ? "lower(" : "");
        return ValueSql.textBind(node.pattern(), out).text(node.ignoreCase() ? ")" : "");
    }

    private static SqlWriter collated(SqlExpr value, boolean ignoreCase, SqlWriter out) {
        SqlType sql = PostgresTypes.declared(value);
        ValueSql.text(value, out);
        boolean own = sql != null && sql.collation() != null;
        return own ? out.text(ignoreCase ? " COLLATE \"default\"" : " COLLATE \"C\"") : out;
    }

    static boolean search(SearchTest node, SqlWriter out) {
        SqlType sql = PostgresTypes.declared(node.value());
        if (sql != null && sql.type().equals("tsvector")) {
            out.node(node.value());
        } else {
            ValueSql.text(node.value(), out.text("to_tsvector(")).text(")");
        }
        String parser =
                switch (node.operator()) {
                    case MATCHES -> "to_tsquery";
                    case PLAIN -> "plainto_tsquery";
                    case PHRASE -> "phraseto_tsquery";
                    case WEB -> "websearch_to_tsquery";
                };
        ValueSql.textBind(node.query(), out.text(" @@ " + parser + "(")).text(")");
        return true;
    }
}
