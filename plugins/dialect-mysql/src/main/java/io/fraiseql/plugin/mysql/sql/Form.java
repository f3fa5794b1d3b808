package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * How values of one type become comparable: what is written around a stored value, a bound one and an element of a bound list, and the
 * type by which elements come out of the list's JSON. {@code %} stands for the value. A stored value that is written plainly keeps its
 * index; {@code sorted} is the form by which it has to be ordered where that is another one.
 *
 * <p>Binds arrive as {@code MysqlBinder} makes them: date-times in UTC, durations as microseconds, UUIDs in lower case.
 */
record Form(String stored, String sorted, String bound, String element, String elementType) {

    static final String DECIMAL = "DECIMAL(65, 30)";

    private static final String ELEMENTS = "(SELECT ";
    private static final Form DURATION =
            new Form(DurationSql.MICROSECONDS, DurationSql.MICROSECONDS, "%", "%", "BIGINT");

    static Form of(ColumnType type, SqlExpr value, @Nullable SqlType sql) {
        return switch (type) {
            case BOOLEAN, INT, BIGINT -> plain("BIGINT");
            case FLOAT -> plain("DOUBLE");
            case FLOAT32 -> plain("FLOAT");
            case DECIMAL -> decimal(value);
            case UUID -> UuidForms.of(sql);
            case DATETIME, LOCAL_DATETIME -> converted("CAST(% AS DATETIME(6))");
            case DATE -> converted("CAST(% AS DATE)");
            case TIME -> converted("CAST(% AS TIME(6))");
            case DURATION -> DURATION;
            case BYTES -> new Form("%", "%", "%", "UNHEX(%)", "LONGTEXT");
            case TEXT, JSON -> texts();
        };
    }

    /** Elements as texts. */
    static Form texts() {
        return plain("LONGTEXT");
    }

    private static Form plain(String elementType) {
        return new Form("%", "%", "%", "%", elementType);
    }

    private static Form converted(String element) {
        return new Form("%", "%", "%", element, "VARCHAR(40)");
    }

    /** A value that the schema does not say to be stored as a decimal may be text out of a document. */
    private static Form decimal(SqlExpr value) {
        boolean declared = value.kind() != SqlNode.Kind.COLUMN || ((SqlExpr.Column) value).sql() != null;
        String stored = declared ? "%" : "CAST(% AS " + DECIMAL + ")";
        return new Form(stored, stored, "%", "%", DECIMAL);
    }

    /** The form for comparisons of order. */
    Form ordered() {
        return new Form(sorted, sorted, bound, element, elementType);
    }

    /** Writes a stored value. */
    void stored(SqlExpr value, SqlWriter out) {
        fill(stored, out, () -> out.node(value));
    }

    /** Writes a bound value. */
    void bound(SqlExpr.Bind bind, SqlWriter out) {
        fill(bound, out, () -> out.node(bind));
    }

    /** The elements of a list bind as a subquery. */
    void list(SqlExpr.Bind list, SqlWriter out) {
        list(list, element, out);
    }

    /** The elements of a list bind in a form of one's own. */
    void list(SqlExpr.Bind list, String form, SqlWriter out) {
        out.text(ELEMENTS + form.replace("%", "v") + " FROM JSON_TABLE(")
                .bind(list)
                .text(", '$[*]' COLUMNS (v " + elementType + " PATH '$' ERROR ON ERROR)) AS l)");
    }

    /** Writes a template with a value for each {@code %}. */
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
