package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Three triggers a table; who asks is in the one row of a table, during the transaction. */
public final class SqliteCapture implements CaptureSql {

    private static final String PREFIX = "fraiseql_capture_";
    private static final String MARK = "/* fraiseql ";
    private static final int FIELDS_OF_GROUP = 20;
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

    private enum Operation {
        INSERT,
        UPDATE,
        DELETE;

        private String suffix() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Dialect dialect;

    public SqliteCapture(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<String> prepare() {
        return List.of(
                "DELETE FROM fraiseql_event WHERE 0",
                "CREATE TABLE IF NOT EXISTS fraiseql_context (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),"
                        + " user_id TEXT, org_id TEXT, trace_context TEXT)");
    }

    @Override
    public List<String> drop(List<String> table) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            statements.add("DROP TRIGGER IF EXISTS " + trigger(table, operation));
        }
        return statements;
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

    private String event(CapturedTable table, Operation operation) {
        boolean after = operation != Operation.DELETE;
        boolean before = operation != Operation.INSERT;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            CapturedTable.Column column = table.columns().get(i);
            String name = dialect.quote(column.name());
            if (after) {
                String place = table.entity() + "." + column.field();
                values.add("\n    " + CaptureForms.required("NEW." + name, column, place) + " AS n" + i);
            }
            if (before) {
                values.add("\n    " + CaptureForms.lenient("OLD." + name, column) + " AS o" + i);
            }
        }
        return "  INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, before, changed_fields,"
                + " user_id, org_id, trace_context, created_at)\n  SELECT " + EVENT_ID + ", "
                + CaptureForms.literal(table.entity()) + ", " + key(table, after ? "n" : "o", after ? "NEW." : "OLD.")
                + ", '" + operation + "',\n    " + (after ? image(table, "n") : "NULL") + ",\n    "
                + (before ? image(table, "o") : "NULL") + ",\n    " + (after && before ? changes(table) : "NULL")
                + ",\n    (SELECT user_id FROM fraiseql_context), (SELECT org_id FROM fraiseql_context),"
                + " (SELECT trace_context FROM fraiseql_context),"
                + " strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')\n  FROM (SELECT" + String.join(",", values) + ")";
    }

    private static String image(CapturedTable table, String prefix) {
        return grouped(
                table,
                "'{' || ",
                " || '}'",
                i -> (i == 0 ? "'" : "',") + "\"" + field(table, i) + "\":' || " + prefix + i);
    }

    private static String changes(CapturedTable table) {
        return grouped(
                table,
                "'[' || substr(",
                ", 2) || ']'",
                i -> "CASE WHEN n" + i + " IS NOT o" + i + " THEN ',\"" + field(table, i) + "\"' ELSE '' END");
    }

    private interface Part {
        String of(int column);
    }

    /** In groups, because SQLite bounds how deep an expression is. */
    private static String grouped(CapturedTable table, String start, String end, Part part) {
        List<String> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            group.add(part.of(i));
            if (group.size() == FIELDS_OF_GROUP || i == table.columns().size() - 1) {
                groups.add("(" + String.join(" || ", group) + ")");
                group.clear();
            }
        }
        return start + String.join(" || ", groups) + end;
    }

    private static String field(CapturedTable table, int column) {
        return table.columns().get(column).field();
    }

    /** Of one field without its quotes; a text as it is. */
    private String key(CapturedTable table, String prefix, String row) {
        if (table.key().size() > 1) {
            return table.key().stream()
                    .map(column -> prefix + table.columns().indexOf(column))
                    .collect(Collectors.joining(" || ',' || ", "'[' || ", " || ']'"));
        }
        CapturedTable.Column column = table.key().get(0);
        boolean text = column.type() == ColumnType.TEXT && column.names().isEmpty();
        return text
                ? row + dialect.quote(column.name())
                : "trim(" + prefix + table.columns().indexOf(column) + ", '\"')";
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

    private String trigger(List<String> table, Operation operation) {
        return schema(table) + dialect.quote(PREFIX + last(table) + operation.suffix());
    }

    private String schema(List<String> table) {
        return table.size() > 1 ? dialect.quote(table.get(0)) + "." : "";
    }

    private static String last(List<String> table) {
        return table.get(table.size() - 1);
    }
}
