package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CapturedTable;

/** Lists out of JSON, element by element and in their order. {@code {x}} stands for the value. */
final class ListForm {

    private static final String FIRST =
            "LEFT(LTRIM(REPLACE(REPLACE(REPLACE({t}, NCHAR(9), N' '), NCHAR(10), N' '), NCHAR(13), N' ')), 1)"
                    .replace("{t}", CaptureForms.TEXT);

    /** Elements: their place {@code o} and form {@code f}, null of one that does not fit. */
    private static final String LIST =
            "CASE WHEN ISJSON({x}) = 1 AND " + FIRST + " = N'[' THEN (SELECT CASE WHEN COUNT(*) = COUNT([l].[f])"
                    + " THEN N'[' + ISNULL(STRING_AGG(CAST([l].[f] AS nvarchar(max)), N',') WITHIN GROUP (ORDER BY [l].[o]), N'') + N']' END"
                    + " FROM (SELECT TRY_CAST([j].[key] AS int) AS [o], CASE [j].[type] WHEN 0 THEN N'null' ELSE {f} END AS [f]"
                    + " FROM OPENJSON(CASE WHEN ISJSON({x}) = 1 THEN {x} END) AS [j]) AS [l]) END";

    private static final String STRING = "CASE [j].[type] WHEN 1 THEN {f} END";

    private ListForm() {}

    static String of(CapturedTable.Column column) {
        return LIST.replace("{f}", element(column).replace("{x}", "[j].[value]"));
    }

    private static String element(CapturedTable.Column column) {
        return switch (column.type()) {
            case INT -> "CASE WHEN [j].[type] = 2 AND TRY_CAST({x} AS int) IS NOT NULL THEN {x} END";
            case BIGINT -> number("bigint", "%[^-0-9]%");
            case DECIMAL -> number("float", "%[^-0-9.]%");
            case FLOAT, FLOAT32 -> "CASE [j].[type] WHEN 2 THEN {x} END";
            case BOOLEAN -> "CASE [j].[type] WHEN 3 THEN {x} END";
            case JSON -> "CASE [j].[type] WHEN 1 THEN " + CaptureForms.QUOTED + " ELSE {x} END";
            case TEXT ->
                STRING.replace(
                        "{f}",
                        column.names().isEmpty() ? CaptureForms.QUOTED : CaptureForms.name(CaptureForms.TEXT, column));
            case UUID -> STRING.replace("{f}", CaptureForms.uuidText(CaptureForms.TEXT));
            default ->
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "triggers on SQL Server cannot write '" + column.field() + "', a list of " + column.type()
                                + "; let the server capture the type");
        };
    }

    /** A number, or its text, which an empty one is not. */
    private static String number(String type, String foreign) {
        return "CASE WHEN [j].[type] IN (1, 2) AND TRY_CAST({x} AS " + type
                + ") IS NOT NULL AND {x} LIKE N'%[0-9]' AND {x} NOT LIKE N'" + foreign
                + "' THEN N'\"' + {x} + N'\"' END";
    }
}
