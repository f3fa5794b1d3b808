package io.fraiseql.plugin.sqlserver.capture;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One trigger a table, which fires once for all rows of a statement, and before other triggers, so that the events of a row are in their order;
 * {@code MERGE} fires it for each of the things it does. Who asks is in the context of the session.
 */
public final class SqlServerCapture implements CaptureSql {

    /** The error of a trigger that meets a value which the API cannot show. */
    public static final int MISFIT = 50_002;

    private static final String PREFIX = "fraiseql_capture_";
    private static final String MARK = "/* fraiseql ";
    private static final int LONGEST_NAME = 128;
    private static final SqlStatement.BindType TEXT = new SqlStatement.BindType(ColumnType.TEXT, false);
    private static final SqlStatement ENTER = new SqlStatement(
            "SET NOCOUNT ON; EXEC sp_set_session_context N'fraiseql_user_id', ?; EXEC sp_set_session_context N'fraiseql_org_id', ?;"
                    + " EXEC sp_set_session_context N'fraiseql_trace_context', ?",
            List.of(TEXT, TEXT, TEXT),
            RowShape.of(List.of()));
    private static final String OTHER_TRIGGERS =
            "may be changed by triggers of other tables, which fire none while the setting"
                    + " nested triggers is 0, so that events would be missing: run EXEC sp_configure ''nested triggers'', 1 and RECONFIGURE,"
                    + " or let the server capture the type";

    private final Dialect dialect;

    public SqlServerCapture(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Triggers keep these two settings; that of quotes is off in some clients, and then indexes on some rows are closed to the trigger. */
    @Override
    public List<String> prepare() {
        return List.of("SET QUOTED_IDENTIFIER ON", "SET ANSI_NULLS ON", "DELETE FROM fraiseql_event WHERE 1 = 0");
    }

    /** One batch, which the first error ends and takes back. */
    @Override
    public String script(List<String> statements) {
        return "SET XACT_ABORT ON;\nBEGIN TRANSACTION;\n\n" + String.join(";\n\n", statements)
                + ";\n\nCOMMIT TRANSACTION;\n";
    }

    @Override
    public List<String> drop(List<String> table) {
        return List.of("DROP TRIGGER IF EXISTS " + trigger(table));
    }

    @Override
    public List<String> create(CapturedTable table, String version) {
        if (table.name().size() > 2) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "triggers on SQL Server belong to the database of their table, and "
                            + String.join(".", table.name())
                            + " is named with one; leave that out, or let the server capture the type");
        }
        List<String> statements = new ArrayList<>();
        statements.add("EXEC (N" + CaptureForms.quoted(trigger(table, version)) + ")");
        for (String operation : List.of("INSERT", "UPDATE", "DELETE")) {
            statements.add("EXEC sp_settriggerorder @triggername = N" + CaptureForms.quoted(trigger(table.name()))
                    + ", @order = N'First', @stmttype = N'" + operation + "'");
        }
        return statements;
    }

    /** In its schema, or in that of the user, the table's trigger finds the outbox by its name, as in {@code dbo}. */
    private String trigger(CapturedTable table, String version) {
        String checks = table.columns().stream()
                .filter(column -> !CaptureForms.alwaysFits(column))
                .map(column -> check(table, column))
                .collect(Collectors.joining());
        return "CREATE TRIGGER " + trigger(table.name()) + " ON " + name(table.name())
                + " AFTER INSERT, UPDATE, DELETE AS\n" + MARK + version + " */\n"
                + "SET NOCOUNT, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;\n" + checks
                + new EventInsert(table, dialect).sql() + ";";
    }

    private String check(CapturedTable table, CapturedTable.Column column) {
        String value = "[n]." + dialect.quote(column.name());
        String place = table.entity() + "." + column.field();
        return "IF EXISTS (SELECT 1 FROM inserted AS [n] WHERE " + value + " IS NOT NULL AND "
                + CaptureForms.of(value, column) + " IS NULL)\n  THROW " + MISFIT + ", "
                + CaptureForms.literal(place + " holds a value that the API cannot show") + ", 1;\n";
    }

    @Override
    public String installed(List<String> table) {
        String mark = "CHARINDEX(N'" + MARK + "', [m].[definition])";
        return "SELECT MAX(CASE WHEN [t].[is_disabled] = 0 AND " + mark + " > 0 THEN SUBSTRING([m].[definition], "
                + mark
                + " + " + MARK.length() + ", CHARINDEX(N' */', [m].[definition], " + mark + ") - " + mark + " - "
                + MARK.length() + ") ELSE N'incomplete' END) FROM sys.triggers AS [t] LEFT JOIN sys.sql_modules AS [m]"
                + " ON [m].[object_id] = [t].[object_id] WHERE [t].[parent_id] = OBJECT_ID("
                + CaptureForms.literal(name(table)) + ") AND [t].[name] = " + CaptureForms.literal(ownName(table));
    }

    @Override
    public String unseen(List<String> table) {
        return "SELECT MAX(CASE WHEN CAST([c].[value_in_use] AS int) = 0 THEN N'" + OTHER_TRIGGERS
                + "' END) FROM sys.configurations AS [c] WHERE [c].[name] = N'nested triggers'";
    }

    @Override
    public SqlStatement enter() {
        return ENTER;
    }

    @Override
    public @Nullable SqlStatement leave() {
        return null;
    }

    /** A rollback does not take it back. */
    @Override
    public boolean outlastsTransaction() {
        return true;
    }

    private String name(List<String> parts) {
        return parts.stream().map(dialect::quote).collect(Collectors.joining("."));
    }

    private String trigger(List<String> table) {
        List<String> parts = new ArrayList<>(table);
        parts.set(parts.size() - 1, ownName(table));
        return name(parts);
    }

    private static String ownName(List<String> table) {
        String name = table.get(table.size() - 1);
        return PREFIX + (PREFIX.length() + name.length() > LONGEST_NAME ? Integer.toHexString(name.hashCode()) : name);
    }
}
