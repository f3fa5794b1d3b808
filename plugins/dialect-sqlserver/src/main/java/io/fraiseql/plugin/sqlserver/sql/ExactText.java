package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * Text by its characters alone, whatever the collation of a column. An explicit collation also keeps two columns of different ones from
 * being refused in one comparison or union.
 */
public final class ExactText {

    /** The error by which a statement refuses a text that a column cannot store. */
    public static final int NO_ROOT = 3623;

    /** Compares UTF-16 code units; is there in every version. */
    public static final String COLLATE = " COLLATE Latin1_General_100_BIN2";

    /** Stands behind what is compared, because blanks at the end of a text do not count in a comparison, under no collation. */
    private static final String MARK = " + N'.'";

    private static final int LONGEST_NVARCHAR = 4000;
    private static final int LONGEST_VARCHAR = 8000;

    private ExactText() {}

    /** The value as nvarchar, so that no character is lost on the way to another code page. */
    static SqlWriter write(SqlExpr value, SqlWriter out) {
        SqlType sql = declared(value);
        if (sql != null && unicode(sql)) {
            return out.node(value).text(COLLATE);
        }
        if (value.kind() == SqlNode.Kind.LITERAL || value.kind() == SqlNode.Kind.JSON_VALUE) {
            return out.node(value).text(COLLATE);
        }
        return out.text("CAST(").node(value).text(" AS nvarchar(" + length(sql) + "))" + COLLATE);
    }

    /** The value so that {@code =} sees every character of it, blanks at its end too. */
    static SqlWriter marked(SqlExpr value, SqlWriter out) {
        SqlType sql = declared(value);
        boolean room = sql != null && sql.length() != null && sql.length() < LONGEST_NVARCHAR;
        if (room) {
            return write(value, out).text(MARK);
        }
        return out.text("CAST(").node(value).text(" AS nvarchar(max))" + COLLATE + MARK);
    }

    /** {@link #marked} of a text that is no column: {@code %} in {@code template}. */
    static String marked(String text) {
        return "CAST(" + text + " AS nvarchar(max))" + COLLATE + MARK;
    }

    /**
     * What orders as the code points do: the bytes of UTF-8. UTF-16 would put what lies beyond 16 bits before U+E000, and text is compared
     * as if it ended in blanks.
     */
    static SqlWriter codepoints(SqlExpr value, SqlWriter out) {
        return out.text("CAST(CAST(")
                .node(value)
                .text(" COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS varbinary(max))");
    }

    /** A text of a list in the type and the collation of the column that it is compared with; see {@link #likeColumn}. */
    static String elementLikeColumn(SqlType sql, String element) {
        if (narrow(sql)) {
            return likeColumn(sql, element);
        }
        String typed = sql.length() == null ? element : "CAST(" + element + " AS nvarchar(" + sql.length() + "))";
        return typed + collate(sql);
    }

    /**
     * A bound text in the type of the column that it is compared with. A varchar column would be converted row by row otherwise, and under
     * some collations sorts by other rules than nvarchar. Characters that its code page lacks become others, which is why an exact
     * comparison has to follow.
     *
     * @param bound the text, {@code ?} or a column of a list
     */
    static String likeColumn(@Nullable SqlType sql, String bound) {
        if (sql == null || !narrow(sql)) {
            return bound;
        }
        String length = sql.length() == null ? "max" : String.valueOf(LONGEST_VARCHAR);
        return "CAST(" + bound + collate(sql) + " AS varchar(" + length + "))";
    }

    /**
     * What makes a text, {@code %}, one that a column stores. A character that the code page of a varchar column lacks would silently become
     * another; the square root of a negative number ends the statement instead, as error {@link #NO_ROOT}.
     */
    static String stored(@Nullable SqlType sql) {
        if (sql == null || !narrow(sql) || collate(sql).endsWith("_UTF8")) {
            return "%";
        }
        String varchar = "CAST(%" + collate(sql) + " AS varchar(max))";
        return "CASE WHEN % IS NULL OR " + marked(varchar) + " = " + marked("%") + " THEN " + varchar
                + " ELSE CAST(SQRT(-1 - DATALENGTH(%)) AS varchar(max)) END";
    }

    /** The collation of a column, to be written behind a text that has another one. */
    static String collate(@Nullable SqlType sql) {
        String name = sql == null ? null : sql.collation();
        return " COLLATE " + (name != null && name.matches("[A-Za-z0-9_]+") ? name : "DATABASE_DEFAULT");
    }

    /** What the schema says of a column. */
    static @Nullable SqlType declared(SqlExpr value) {
        return value.kind() == SqlNode.Kind.COLUMN ? ((SqlExpr.Column) value).sql() : null;
    }

    private static boolean unicode(SqlType sql) {
        return sql.type().equals("nvarchar") || sql.type().equals("nchar");
    }

    private static boolean narrow(SqlType sql) {
        return sql.type().equals("varchar") || sql.type().equals("char");
    }

    private static String length(@Nullable SqlType sql) {
        Integer length = sql == null ? null : sql.length();
        return length == null || length > LONGEST_NVARCHAR ? "max" : length.toString();
    }
}
