package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.plugin.jdbc.value.JsonPath;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Values inside JSON documents. A scalar comes out of {@code OPENJSON} as text of any length, null for a JSON null; {@code JSON_VALUE}
 * would give null for a text of more than 4000 characters. A text that is not of the type that is asked for ends the statement.
 */
final class JsonValues {

    /** An empty text would become 0. */
    private static final String NUMBER = "CASE WHEN j.v = N'' THEN N'?' ELSE j.v END";

    private static final String BOOLEAN = "CASE WHEN j.v IS NULL THEN NULL WHEN j.v = N'true' THEN CAST(1 AS bit)"
            + " WHEN j.v = N'false' THEN CAST(0 AS bit) ELSE CAST(N'?' + j.v AS bit) END";

    /** Only a float reads an exponent. */
    private static final String DECIMAL =
            "CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18))"
                    + " ELSE CAST(j.v AS decimal(38, 18)) END";

    private static final String BYTES =
            "CAST(N'' AS xml).value('xs:base64Binary(sql:column(\"j.v\"))', 'varbinary(max)')";

    private JsonValues() {}

    static boolean write(JsonValue value, SqlWriter out) {
        switch (value.type()) {
            case JSON -> json(value, out);
            case TEXT, DURATION -> scalar("j.v", value, out);
            case BOOLEAN -> scalar(BOOLEAN, value, out);
            case INT, BIGINT -> scalar("CAST(" + NUMBER + " AS bigint)", value, out);
            case FLOAT -> scalar("CAST(" + NUMBER + " AS float)", value, out);
            case FLOAT32 -> scalar("CAST(" + NUMBER + " AS real)", value, out);
            case DECIMAL -> scalar(DECIMAL, value, out);
            case UUID -> scalar("CAST(j.v AS uniqueidentifier)", value, out);
            case DATETIME -> scalar("CAST(j.v AS datetimeoffset(7))", value, out);
            case LOCAL_DATETIME -> scalar("CAST(j.v AS datetime2(7))", value, out);
            case DATE -> scalar("CAST(j.v AS date)", value, out);
            case TIME -> scalar("CAST(j.v AS time(7))", value, out);
            case BYTES -> scalar(BYTES, value, out);
        }
        return true;
    }

    /** The member of its parent: {@code JSON_QUERY} would give objects and arrays alone. */
    private static void json(JsonValue value, SqlWriter out) {
        if (value.path().isEmpty()) {
            out.node(value.document());
            return;
        }
        int last = value.path().size() - 1;
        out.text("(SELECT " + text("j") + " FROM OPENJSON(").node(value.document());
        out.text(last == 0 ? "" : ", " + path(value.path().subList(0, last)));
        out.text(") AS j WHERE j.[key] = N'" + value.path().get(last).replace("'", "''") + "')");
    }

    /** The JSON of a row of {@code OPENJSON}: only of a text is it not the value as it stands, and of null it is null. */
    static String text(String alias) {
        return ("CASE %.[type] WHEN 1 THEN N'\"' + STRING_ESCAPE(%.[value], 'json') + N'\"' ELSE %.[value] END")
                .replace("%", alias);
    }

    private static void scalar(String expression, JsonValue value, SqlWriter out) {
        out.text("(SELECT " + expression + " FROM OPENJSON(").node(value.document());
        out.text(") WITH (v nvarchar(max) " + path(value.path()) + ") AS j)");
    }

    private static String path(List<String> keys) {
        String literal = JsonPath.literal(keys);
        return StandardCharsets.US_ASCII.newEncoder().canEncode(literal) ? literal : "N" + literal;
    }
}
