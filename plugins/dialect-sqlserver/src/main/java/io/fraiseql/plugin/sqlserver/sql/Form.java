package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * How values of one type become comparable: what is written around a stored value and a bound one, the same for comparisons of order, what
 * is written around an element of a bound list, and the type by which elements come out of the list's JSON. {@code %} stands for the
 * value. A stored value that is written plainly keeps its index.
 */
record Form(String stored, String bound, String sorted, String sortedBound, String element, String elementType) {

    private static final int MOST_DIGITS = 38;
    private static final int USUAL_FRACTION_DIGITS = 18;

    static Form of(ColumnType type, @Nullable SqlType sql) {
        return switch (type) {
            case BOOLEAN -> plain("bit");
            case INT, BIGINT -> plain("bigint");
            case FLOAT -> plain("float");
            case FLOAT32 -> plain("real");
            case DECIMAL -> decimal(sql);
            case UUID -> UuidForms.of(sql);
            case DATETIME -> plain("datetimeoffset(7)");
            case LOCAL_DATETIME -> localDateTime(sql);
            case DATE -> plain("date");
            case TIME -> plain("time(7)");
            case DURATION -> new Form(DurationSql.MICROSECONDS, "%", DurationSql.MICROSECONDS, "%", "%", "bigint");
            case BYTES -> bytes();
            case TEXT, JSON -> plain("nvarchar(max)");
        };
    }

    private static Form plain(String elementType) {
        return new Form("%", "%", "%", "%", "%", elementType);
    }

    /** An element has room for as many whole digits as the column; more are no value of it, and give null instead of an error. */
    private static Form decimal(@Nullable SqlType sql) {
        Integer precision = sql == null ? null : sql.precision();
        Integer scale = sql == null ? null : sql.scale();
        int fraction = precision == null || scale == null ? USUAL_FRACTION_DIGITS : MOST_DIGITS - (precision - scale);
        return new Form("%", "%", "%", "%", "TRY_CAST(% AS decimal(38, " + fraction + "))", "nvarchar(100)");
    }

    /** The older type counts in 1/300 s; it is read, and so compared, by milliseconds. */
    private static Form localDateTime(@Nullable SqlType sql) {
        boolean old = sql != null && sql.type().equals("datetime");
        String stored = old ? "CAST(% AS datetime2(3))" : "%";
        return new Form(stored, "%", stored, "%", "%", "datetime2(7)");
    }

    /** As hexadecimal digits: zeros at the end do not count in a comparison of bytes. */
    private static Form bytes() {
        String digits = "CONVERT(varchar(max), %, 2)";
        return new Form(digits, digits, digits, digits, "%", "varchar(max)");
    }

    /** A decimal of four digits behind the point that is computed with in its own way. */
    static boolean isMoney(@Nullable SqlType sql) {
        return sql != null && sql.type().endsWith("money");
    }

    /** The form for comparisons of order. */
    Form ordered() {
        return new Form(sorted, sortedBound, sorted, sortedBound, element, elementType);
    }

    /** Writes a stored value. */
    void stored(SqlExpr value, SqlWriter out) {
        fill(stored, out, () -> out.node(value));
    }

    /** Writes a bound value. */
    void bound(SqlExpr.Bind bind, SqlWriter out) {
        fill(bound, out, () -> out.bind(bind));
    }

    /** The elements of a list bind as a subquery. */
    void list(SqlExpr.Bind list, SqlWriter out) {
        list(list, element, elementType, out);
    }

    /** The elements of a list bind in a form of one's own; those that become null are none. */
    static void list(SqlExpr.Bind list, String element, String type, SqlWriter out) {
        String value = element.replace("%", "l.v");
        out.text("(SELECT " + value + " FROM OPENJSON(").bind(list).text(") WITH (v " + type + " '$') AS l");
        out.text(value.startsWith("TRY_") ? " WHERE " + value + " IS NOT NULL)" : ")");
    }

    static void fill(String template, SqlWriter out, Runnable value) {
        int from = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', from)) {
            out.text(template.substring(from, at));
            value.run();
            from = at + 1;
        }
        out.text(template.substring(from));
    }
}
