package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/** Text under the collation that compares by code point, and collations of columns. */
final class ExactText {

    private static final String CHARACTER_SET = "utf8mb4";

    private final Server server;

    ExactText(Server server) {
        this.server = server;
    }

    /** The value, whatever its character set, so that a comparison with it is by code point. */
    SqlWriter write(SqlExpr value, SqlWriter out) {
        String collation = collation(value);
        if (isExact(collation)) {
            return out.node(value);
        }
        if (collation != null && unicode(collation)) {
            return out.node(value).text(collate());
        }
        return out.text("CONVERT(").node(value).text(" USING utf8mb4)").text(collate());
    }

    /** What stands behind a text in utf8mb4. */
    String collate() {
        return " COLLATE " + server.exactCollation();
    }

    /** Whether a collation compares by code point by itself. */
    boolean isExact(@Nullable String collation) {
        return server.exactCollation().equals(collation);
    }

    /** Whether a collation is one of utf8mb4, which holds every character. */
    static boolean unicode(String collation) {
        return collation.startsWith(CHARACTER_SET);
    }

    /** A value in a column's own character set and collation: see {@link #ofColumn}. */
    static SqlWriter likeColumn(String collation, SqlExpr value, SqlWriter out) {
        String template = ofColumn(collation);
        int place = template.indexOf('%');
        return out.text(template.substring(0, place)).node(value).text(template.substring(place + 1));
    }

    /**
     * What makes a text, {@code %}, one in a column's own character set and collation, so that its index serves. Characters that the set
     * lacks become others, which is why an exact comparison has to follow.
     */
    static String ofColumn(String collation) {
        if (unicode(collation)) {
            return "% COLLATE " + collation;
        }
        int end = collation.indexOf('_');
        String characterSet = end < 0 ? collation : collation.substring(0, end);
        return "CONVERT(CAST(% AS CHAR CHARACTER SET utf8mb4) USING " + characterSet + ") COLLATE " + collation;
    }

    /** The collation of a column where the schema says it; null otherwise. */
    static @Nullable String collation(SqlExpr value) {
        SqlType sql = value.kind() == SqlNode.Kind.COLUMN ? ((SqlExpr.Column) value).sql() : null;
        return sql == null ? null : name(sql.collation());
    }

    /** A collation's name; null for what is none. */
    static @Nullable String name(@Nullable String collation) {
        return collation != null && collation.matches("[A-Za-z0-9_]+") ? collation : null;
    }
}
