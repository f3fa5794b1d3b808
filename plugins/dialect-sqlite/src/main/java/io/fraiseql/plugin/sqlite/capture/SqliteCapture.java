package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.plugin.jdbc.capture.BaseRowCapture;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Three triggers a table; who asks is in the one row of a table, during the transaction. */
public final class SqliteCapture extends BaseRowCapture {

    private static final String MARK = "/* fraiseql ";
    private static final SqlStatement.BindType TEXT = new SqlStatement.BindType(ColumnType.TEXT, false);
    private static final RowShape ONE = RowShape.of(List.of(new RowShape.Column(ColumnType.BIGINT, null)));
    private static final SqlStatement ENTER = new SqlStatement(
            "INSERT INTO fraiseql_context (id, user_id, org_id, trace_context) VALUES (1, ?, ?, ?) RETURNING id",
            List.of(TEXT, TEXT, TEXT),
            ONE);
    private static final SqlStatement LEAVE =
            new SqlStatement("DELETE FROM fraiseql_context RETURNING id", List.of(), ONE);
    private static final String EVENT_ID = """
            (SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(r, 1, 3) || '-'
                || substr('89ab', 1 + (random() & 3), 1) || substr(r, 4, 3) || '-' || substr(r, 7, 12)
              FROM (SELECT printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) AS h, lower(hex(randomblob(9))) AS r))""";

    public SqliteCapture(Dialect dialect) {
        super(dialect, new SqliteTexts());
    }

    @Override
    public List<String> prepare() {
        return List.of(
                "DELETE FROM fraiseql_event WHERE 0",
                "CREATE TABLE IF NOT EXISTS fraiseql_context (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),"
                        + " user_id TEXT, org_id TEXT, trace_context TEXT)");
    }

    @Override
    public List<String> create(CapturedTable table, String version) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            statements.add("CREATE TRIGGER " + trigger(table.name(), operation) + " AFTER " + operation + " ON "
                    + dialect.quote(last(table.name())) + " BEGIN\n  " + MARK + version + " */\n"
                    + event(table, operation)
                    + ";\nEND");
        }
        return statements;
    }

    @Override
    protected String required(String value, CapturedTable.Column column, String place) {
        return CaptureForms.required(value, column, place);
    }

    @Override
    protected String lenient(String value, CapturedTable.Column column) {
        return CaptureForms.lenient(value, column);
    }

    @Override
    protected String literal(String text) {
        return CaptureForms.literal(text);
    }

    @Override
    protected String eventId() {
        return EVENT_ID;
    }

    @Override
    protected String circumstances() {
        return "(SELECT user_id FROM fraiseql_context), (SELECT org_id FROM fraiseql_context),"
                + " (SELECT trace_context FROM fraiseql_context), strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";
    }

    @Override
    public String installed(List<String> table) {
        String names = List.of(Operation.values()).stream()
                .map(operation -> CaptureForms.literal(PREFIX + last(table) + operation.suffix()))
                .collect(Collectors.joining(", "));
        return "SELECT CASE WHEN count(*) = 0 THEN NULL WHEN count(*) = 3 AND count(DISTINCT v) = 1 THEN max(v)"
                + " ELSE 'incomplete' END FROM (SELECT substr(sql, instr(sql, '" + MARK + "') + " + MARK.length()
                + ", instr(sql, ' */') - instr(sql, '" + MARK + "') - " + MARK.length() + ") AS v FROM "
                + schema(table) + "sqlite_master WHERE type = 'trigger' AND name IN (" + names + "))";
    }

    @Override
    public SqlStatement enter() {
        return ENTER;
    }

    @Override
    public SqlStatement leave() {
        return LEAVE;
    }

    @Override
    protected String trigger(List<String> table, Operation operation) {
        return schema(table) + dialect.quote(PREFIX + last(table) + operation.suffix());
    }
}
