package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlWriter;

/** Matches of text by its characters; without regard to case both sides are in lower case. */
final class TextMatches {

    /** A length in UTF-16 units; {@code LEN} leaves blanks at the end out. */
    private static final String UNITS = "DATALENGTH(%) / 2";

    /**
     * A pattern whose {@code [} is no set. What is escaped already is set aside first: a backslash before a backslash behind a
     * noncharacter, and one before a bracket goes.
     */
    private static final String WITHOUT_SETS = "REPLACE(REPLACE(REPLACE(REPLACE(%" + ExactText.COLLATE
            + ", N'\\\\', NCHAR(65535)), N'\\[', N'['), N'[', N'\\['), NCHAR(65535), N'\\\\')";

    private TextMatches() {}

    static boolean write(TextMatch match, SqlWriter out) {
        out.text(match.negated() ? "NOT (" : "(");
        switch (match.operator()) {
            case CONTAINS -> contains(match, out);
            case STARTS_WITH -> end("LEFT", match, out);
            case ENDS_WITH -> end("RIGHT", match, out);
            case LIKE -> like(match, out);
            case REGEX -> throw new IllegalStateException("SQL Server has no regular expressions");
        }
        out.text(")");
        return true;
    }

    /** Where an empty text is found is at 0, as what is not found. */
    private static void contains(TextMatch match, SqlWriter out) {
        out.text("CHARINDEX(");
        pattern("%", match, out);
        out.text(", ");
        value(match, out);
        out.text(") > CASE WHEN DATALENGTH(").bind(match.pattern()).text(") = 0 THEN -1 ELSE 0 END");
    }

    /** Both sides are marked, for blanks at their ends. */
    private static void end(String function, TextMatch match, SqlWriter out) {
        out.text(function + "(");
        value(match, out);
        out.text(", ");
        pattern(UNITS, match, out);
        out.text(") + N'.' = ");
        pattern(ExactText.marked("%"), match, out);
    }

    private static void like(TextMatch match, SqlWriter out) {
        value(match, out);
        out.text(" LIKE ");
        pattern(WITHOUT_SETS, match, out);
        out.text(" ESCAPE N'\\'");
    }

    private static void value(TextMatch match, SqlWriter out) {
        out.text(match.ignoreCase() ? "LOWER(" : "");
        ExactText.write(match.value(), out).text(match.ignoreCase() ? ")" : "");
    }

    private static void pattern(String template, TextMatch match, SqlWriter out) {
        boolean lower = match.ignoreCase();
        Form.fill(template, out, () -> out.text(lower ? "LOWER(" : "")
                .bind(match.pattern())
                .text(lower ? ")" : ""));
    }
}
