package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Matches of text: built-in functions where they take the pattern literally, our own where wildcards or case come in. */
final class TextMatches {

    private TextMatches() {}

    static boolean write(TextMatch match, SqlWriter out) {
        out.text(match.negated() ? "NOT (" : "(");
        switch (match.operator()) {
            case CONTAINS -> position(match, "> 0", out);
            case STARTS_WITH -> position(match, "= 1", out);
            case ENDS_WITH -> end(match, out);
            case LIKE -> function("fraiseql_like", match, out);
            case REGEX -> function("fraiseql_regex", match, out);
        }
        out.text(")");
        return true;
    }

    private static void position(TextMatch match, String test, SqlWriter out) {
        out.text("instr(");
        part(match.value(), match, out);
        out.text(", ");
        part(match.pattern(), match, out);
        out.text(") " + test);
    }

    private static void end(TextMatch match, SqlWriter out) {
        out.text("length(");
        part(match.value(), match, out);
        out.text(") >= length(");
        part(match.pattern(), match, out);
        out.text(") AND substr(");
        part(match.value(), match, out);
        out.text(", length(");
        part(match.value(), match, out);
        out.text(") - length(");
        part(match.pattern(), match, out);
        out.text(") + 1) = ");
        part(match.pattern(), match, out);
    }

    private static void part(SqlNode node, TextMatch match, SqlWriter out) {
        if (match.ignoreCase()) {
            out.text("fraiseql_lower(").node(node).text(")");
        } else {
            out.node(node);
        }
    }

    private static void function(String name, TextMatch match, SqlWriter out) {
        out.text(name + "(").node(match.value()).text(", ").node(match.pattern());
        out.text(match.ignoreCase() ? ", 1)" : ", 0)");
    }
}
