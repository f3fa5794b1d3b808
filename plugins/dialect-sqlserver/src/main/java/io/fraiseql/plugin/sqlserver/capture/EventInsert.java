package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.plugin.jdbc.capture.EventTexts;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The statement of a trigger that appends an event for each changed row. {@code r} has the values of a row after and before ({@code n0},
 * {@code o0}), {@code e} their JSON. Rows before and after belong together by their keys, or when they are the only ones: of several rows that
 * get other keys at once nobody can tell which became which.
 */
final class EventInsert {

    private static final String ONE_UPDATED =
            "(SELECT COUNT(*) FROM inserted) = 1 AND (SELECT COUNT(*) FROM deleted) = 1";

    /** UUID version 7 out of the time {@code h} and random digits. */
    private static final String EVENT_ID =
            "CAST(SUBSTRING([t].[h], 5, 8) + '-' + SUBSTRING([t].[h], 13, 4) + '-7' + SUBSTRING(CONVERT(char(36), NEWID()), 16, 21)"
                    + " AS uniqueidentifier)";

    private static final String TIME =
            "(SELECT CONVERT(char(16), CAST(DATEDIFF_BIG(millisecond, CAST('19700101' AS datetime2(7)),"
                    + " SYSUTCDATETIME()) AS binary(8)), 2) AS [h]) AS [t]";

    private final CapturedTable table;
    private final Dialect dialect;
    private final EventTexts texts;

    EventInsert(CapturedTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.texts = new EventTexts(table, new SqlServerTexts());
    }

    String sql() {
        return "INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, [before], changed_fields, user_id, org_id,"
                + " trace_context, created_at)\nSELECT " + EVENT_ID + ", " + CaptureForms.literal(table.entity()) + ", "
                + key()
                + ", [e].[event],\n  CASE WHEN [e].[event] <> N'DELETE' THEN " + texts.image("[e].n")
                + " END,\n  CASE WHEN [e].[event] <> N'INSERT' THEN " + texts.image("[e].o")
                + " END,\n  CASE WHEN [e].[event] = N'UPDATE' THEN " + texts.changes("[e].") + " END,\n  "
                + context("user_id")
                + ", " + context("org_id") + ", " + context("trace_context")
                + ", TODATETIMEOFFSET(SYSUTCDATETIME(), '+00:00')\nFROM (SELECT CASE WHEN " + raw("n")
                + " IS NULL THEN N'DELETE' WHEN "
                + raw("o") + " IS NULL THEN N'INSERT' ELSE N'UPDATE' END AS [event]" + textKey()
                + each(i -> ",\n    " + form("n", i) + ",\n    " + form("o", i), "") + "\n  FROM (" + rows()
                + ") AS [r]) AS [e]\nCROSS JOIN " + TIME;
    }

    private String rows() {
        String values = "SELECT " + each(i -> value("n", i) + ", " + value("o", i), ", ");
        String keys = table.key().stream()
                .map(column -> dialect.quote(column.name()))
                .map(name -> "[n]." + name + " = [o]." + name)
                .collect(Collectors.joining(" AND "));
        return values + "\n      FROM inserted AS [n] FULL JOIN deleted AS [o] ON " + keys + " WHERE NOT ("
                + ONE_UPDATED + ")\n    UNION ALL " + values
                + "\n      FROM inserted AS [n] CROSS JOIN deleted AS [o] WHERE " + ONE_UPDATED;
    }

    private String value(String row, int i) {
        return "[" + row + "]." + dialect.quote(table.columns().get(i).name()) + " AS [" + row + i + "]";
    }

    private String form(String row, int i) {
        return CaptureForms.shown("[r].[" + row + i + "]", table.columns().get(i)) + " AS [" + row + i + "]";
    }

    /** A value that tells whether the row is there. */
    private String raw(String row) {
        return "[r].[" + row + texts.place(table.key().get(0)) + "]";
    }

    private String key() {
        return texts.hasTextKey()
                ? "[e].[id]"
                : texts.key(i -> "CASE [e].[event] WHEN N'DELETE' THEN [e].o" + i + " ELSE [e].n" + i + " END");
    }

    private String textKey() {
        return texts.hasTextKey()
                ? ", CAST(COALESCE(" + raw("n") + ", " + raw("o") + ") AS nvarchar(max)) AS [id]"
                : "";
    }

    private String each(IntFunction<String> part, String separator) {
        return String.join(separator, texts.each(part));
    }

    private static String context(String name) {
        return "CAST(SESSION_CONTEXT(N'fraiseql_" + name + "') AS nvarchar(4000))";
    }
}
