package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlWriter;

/** Matches of text, by code point; without regard to case both sides are in lower case. */
final class TextMatches {

    /**
     * A backslash that no parser takes for more: the driver's looks for escapes in literals, and MySQL writes a condition that it pushes
     * into a union as text with escapes and parses it again, both also where the session knows no escapes.
     */
    private static final String BACKSLASH = "CHAR(92 USING utf8mb4)";

    private final Server server;
    private final ExactText exact;

    TextMatches(Server server, ExactText exact) {
        this.server = server;
        this.exact = exact;
    }

    boolean write(TextMatch match, SqlWriter out) {
        out.text(match.negated() ? "NOT (" : "(");
        switch (match.operator()) {
            case CONTAINS -> contains(match, out);
            case STARTS_WITH -> end("LEFT", match, out);
            case ENDS_WITH -> end("RIGHT", match, out);
            case LIKE -> like(match, out);
            case REGEX -> regex(match, out);
        }
        out.text(")");
        return true;
    }

    private void contains(TextMatch match, SqlWriter out) {
        out.text("LOCATE(");
        pattern(match, out);
        out.text(", ");
        value(match, out);
        out.text(") > 0");
    }

    private void end(String function, TextMatch match, SqlWriter out) {
        out.text(function + "(");
        value(match, out);
        out.text(", CHAR_LENGTH(");
        pattern(match, out);
        out.text(")) = ");
        pattern(match, out);
    }

    /** A pattern that ends within an escape is refused; the servers would take the backslash for itself. */
    private void like(TextMatch match, SqlWriter out) {
        value(match, out);
        out.text(" LIKE CASE WHEN MOD(CHAR_LENGTH(").bind(match.pattern());
        out.text(") - CHAR_LENGTH(TRIM(TRAILING " + BACKSLASH + " FROM ").bind(match.pattern());
        out.text(")), 2) = 0 THEN ");
        pattern(match, out);
        Refusal.ofPattern(match.pattern(), out.text(" ELSE ")).text(" END ESCAPE " + BACKSLASH);
    }

    private void regex(TextMatch match, SqlWriter out) {
        if (server == Server.MYSQL) {
            out.text("REGEXP_LIKE(");
            exact.write(match.value(), out);
            out.text(", ").bind(match.pattern()).text(match.ignoreCase() ? ", 'i')" : ", 'c')");
        } else {
            exact.write(match.value(), out);
            out.text(match.ignoreCase() ? " REGEXP CONCAT('(?i)', " : " REGEXP (")
                    .bind(match.pattern())
                    .text(")");
        }
    }

    private void value(TextMatch match, SqlWriter out) {
        out.text(match.ignoreCase() ? "LOWER(" : "");
        exact.write(match.value(), out);
        out.text(match.ignoreCase() ? ")" : "");
    }

    private static void pattern(TextMatch match, SqlWriter out) {
        out.text(match.ignoreCase() ? "LOWER(" : "").bind(match.pattern()).text(match.ignoreCase() ? ")" : "");
    }
}
