package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWriter;

/** Values on their way out, and constants. A condition is no value here, so that one is made of it. */
final class Values {

    /** As text, which has a point wherever there are digits behind it. */
    private static final String WITHOUT_ZEROS =
            "CASE WHEN % = FLOOR(%) THEN CAST(CAST(% AS decimal(38, 0)) AS nvarchar(40)) ELSE"
                    + " REPLACE(RTRIM(REPLACE(CAST(% AS nvarchar(41)), N'0', N' ')), N' ', N'0') END";

    private Values() {}

    /** Texts leave under one collation and instants as one type, because a union does not take several. */
    static boolean write(SqlExpr.Read read, SqlWriter out) {
        SqlExpr value = read.value();
        if (isCondition(value)) {
            condition(value, out);
            return true;
        }
        if (value.kind() == SqlNode.Kind.JSON_VALUE && asText(read.type())) {
            SqlExpr.JsonValue json = (SqlExpr.JsonValue) value;
            ExactText.write(new SqlExpr.JsonValue(json.document(), json.path(), ColumnType.TEXT), out);
            return true;
        }
        return switch (read.type()) {
            case TEXT, DURATION, JSON -> {
                ExactText.write(value, out);
                yield true;
            }
            case DECIMAL -> decimal(value, read.sql(), out);
            case DATETIME -> !isInstant(value, read.sql()) && cast(value, "datetimeoffset(7)", out);
            case UUID -> UuidForms.read(value, read.sql(), out);
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

    /** Of a decimal that has no declared scale the zeros at the end mean nothing. */
    private static boolean decimal(SqlExpr value, @Nullable SqlType sql, SqlWriter out) {
        if (isComputed(sql)) {
            Form.fill(WITHOUT_ZEROS, out, () -> out.node(value));
            return true;
        }
        return Form.isMoney(sql) && cast(value, "decimal(19, 4)", out);
    }

    /** What is grouped or aggregated, and has no scale. */
    private static boolean isComputed(@Nullable SqlType sql) {
        return sql != null && sql.type().equals("text") && sql.scale() == null && sql.collation() == null;
    }

    private static boolean isInstant(SqlExpr value, @Nullable SqlType sql) {
        return value.kind() != SqlNode.Kind.COLUMN || sql != null && sql.type().equals("datetimeoffset");
    }

    private static boolean cast(SqlExpr value, String type, SqlWriter out) {
        out.text("CAST(").node(value).text(" AS " + type + ")");
        return true;
    }

    /** A null has its type: the first branches of a union would else decide on an integer. */
    static boolean write(SqlExpr.Literal literal, SqlWriter out) {
        Object value = literal.value();
        if (value == null) {
            out.text("CAST(NULL AS " + typeOfNull(literal.type()) + ")");
        } else if (value instanceof Boolean bool) {
            out.text(bool ? "CAST(1 AS bit)" : "CAST(0 AS bit)");
        } else if (value instanceof String text) {
            out.text("N'" + text.replace("'", "''") + "'");
        } else {
            return value instanceof Long number && wide(number, out);
        }
        return true;
    }

    /** A number of more than 32 bits would be a decimal. */
    private static boolean wide(long number, SqlWriter out) {
        if (number == (int) number) {
            return false;
        }
        out.text("CAST(" + number + " AS bigint)");
        return true;
    }

    /** So that the others of a union decide on the length, and none of them loses digits. */
    private static String typeOfNull(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> "bit";
            case INT -> "int";
            case BIGINT -> "bigint";
            case FLOAT32 -> "real";
            case FLOAT -> "float";
            case TEXT, JSON, DURATION, DECIMAL -> "nvarchar(1)";
            case UUID -> "uniqueidentifier";
            case DATETIME -> "datetimeoffset(7)";
            case LOCAL_DATETIME -> "datetime2(7)";
            case DATE -> "date";
            case TIME -> "time(7)";
            case BYTES -> "varbinary(1)";
        };
    }

    static boolean write(SqlRelation.SelectItem item, SqlWriter out) {
        if (!isCondition(item.value())) {
            return false;
        }
        condition(item.value(), out);
        out.text(" AS ").identifier(item.alias());
        return true;
    }

    /** True, false or, where the condition is unknown, null. */
    private static void condition(SqlExpr condition, SqlWriter out) {
        out.text("CAST(CASE WHEN ").node(condition).text(" THEN 1 ");
        if (condition.kind() == SqlNode.Kind.NULL_TEST || condition.kind() == SqlNode.Kind.EXISTS) {
            out.text("ELSE 0 END AS bit)");
        } else {
            out.text("WHEN NOT (").node(condition).text(") THEN 0 END AS bit)");
        }
    }

    private static boolean isCondition(SqlExpr value) {
        return switch (value.kind()) {
            case COMPARISON,
                    ROW_COMPARISON,
                    IN_LIST,
                    IN_ROWS,
                    TEXT_MATCH,
                    NULL_TEST,
                    LOGIC,
                    NOT,
                    NOT_TRUE,
                    EXISTS,
                    JSON_TEST,
                    SEARCH_TEST -> true;
            default -> false;
        };
    }
}
