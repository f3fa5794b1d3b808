package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.plugin.mysql.sql.Server;
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
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Three triggers a table, each one statement, so that every client can run the script; who asks is in variables of the session. Their
 * version is the name of the derived table in them: clients take comments out.
 */
public final class MysqlCapture implements CaptureSql {

    private static final String PREFIX = "fraiseql_capture_";
    private static final String VERSION = "fraiseql_version_";
    private static final int LONGEST_NAME = 64;
    private static final SqlStatement.BindType TEXT = new SqlStatement.BindType(ColumnType.TEXT, false);
    private static final SqlStatement ENTER = new SqlStatement(
            "SET @fraiseql_user_id = ?, @fraiseql_org_id = ?, @fraiseql_trace_context = ?",
            List.of(TEXT, TEXT, TEXT),
            RowShape.of(List.of()));

    /** UUID version 7 out of the time {@code h} and random digits {@code r}. */
    private static final String EVENT_ID = """
            (SELECT CONCAT(SUBSTR(h, 1, 8), '-', SUBSTR(h, 9, 4), '-7', SUBSTR(r, 1, 3), '-', SUBSTR('89ab', 1 + FLOOR(RAND() * 4), 1),
                SUBSTR(r, 4, 3), '-', SUBSTR(r, 7, 12)) FROM (SELECT LOWER(HEX(RANDOM_BYTES(9))) AS r,
                LOWER(LPAD(HEX(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000), 12, '0')) AS h) AS i)""";

    private enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }

    private final Dialect dialect;
    private final CaptureForms forms;

    public MysqlCapture(Dialect dialect, Server server) {
        this.dialect = dialect;
        this.forms = new CaptureForms(server);
    }

    /** Triggers keep the mode and the character set that the session has when they are made. */
    @Override
    public List<String> prepare() {
        return List.of(
                "SET NAMES utf8mb4",
                "SET SESSION sql_mode = 'STRICT_ALL_TABLES'",
                "DELETE FROM fraiseql_event WHERE FALSE");
    }

    @Override
    public List<String> drop(List<String> table) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            statements.add("DROP TRIGGER IF EXISTS " + schema(table) + trigger(table, operation));
        }
        return statements;
    }

    @Override
    public List<String> create(CapturedTable table, String version) {
        if (table.name().size() > 1) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "triggers on MySQL and MariaDB write the outbox of their own database, and the table "
                            + String.join(".", table.name())
                            + " is named with one; leave that out, or let the server capture the type");
        }
        List<String> statements = new ArrayList<>();
        statements.add(refuseCascades(table.name()));
        for (Operation operation : Operation.values()) {
            statements.add("CREATE TRIGGER " + trigger(table.name(), operation) + " AFTER " + operation + " ON "
                    + dialect.quote(last(table.name())) + " FOR EACH ROW\n" + event(table, operation) + VERSION
                    + version);
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
                values.add("\n    " + forms.required("NEW." + name, column, place) + " AS n" + i);
            }
            if (before) {
                values.add("\n    " + forms.lenient("OLD." + name, column) + " AS o" + i);
            }
        }
        return "  INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, `before`, changed_fields,"
                + " user_id, org_id, trace_context, created_at)\n  SELECT " + EVENT_ID + ", "
                + CaptureForms.literal(table.entity()) + ", " + key(table, after ? "n" : "o", after ? "NEW." : "OLD.")
                + ", '" + operation + "',\n    " + (after ? image(table, "n") : "NULL") + ",\n    "
                + (before ? image(table, "o") : "NULL") + ",\n    " + (after && before ? changes(table) : "NULL")
                + ",\n    @fraiseql_user_id, @fraiseql_org_id, @fraiseql_trace_context, UTC_TIMESTAMP(6)\n  FROM (SELECT"
                + String.join(",", values) + ") AS ";
    }

    private static String image(CapturedTable table, String prefix) {
        return fields(table, i -> (i == 0 ? "'{\"" : "',\"") + field(table, i) + "\":', " + prefix + i, ", '}'");
    }

    /** Byte by byte, as the server compares the texts. */
    private static String changes(CapturedTable table) {
        String names = fields(
                table,
                i -> "CASE WHEN CAST(n" + i + " AS BINARY) = CAST(o" + i + " AS BINARY) THEN '' ELSE ',\""
                        + field(table, i) + "\"' END",
                "");
        return "CONCAT('[', SUBSTR(" + names + ", 2), ']')";
    }

    private interface Part {
        String of(int column);
    }

    private static String fields(CapturedTable table, Part part, String end) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            parts.add(part.of(i));
        }
        return "CONCAT(" + String.join(", ", parts) + end + ")";
    }

    private static String field(CapturedTable table, int column) {
        return table.columns().get(column).field();
    }

    /** Of one field without its quotes; a text as it is. */
    private String key(CapturedTable table, String prefix, String row) {
        if (table.key().size() > 1) {
            return table.key().stream()
                    .map(column -> prefix + table.columns().indexOf(column))
                    .collect(Collectors.joining(", ',', ", "CONCAT('[', ", ", ']')"));
        }
        CapturedTable.Column column = table.key().get(0);
        boolean text = column.type() == ColumnType.TEXT && column.names().isEmpty();
        return text
                ? row + dialect.quote(column.name())
                : "TRIM(BOTH '\"' FROM " + prefix + table.columns().indexOf(column) + ")";
    }

    /** Of a script that is sent as one, MySQL keeps the semicolons too. */
    @Override
    public String installed(List<String> table) {
        return "SELECT CASE WHEN COUNT(*) = 0 THEN NULL WHEN COUNT(*) = 3 AND COUNT(DISTINCT v) = 1 THEN MAX(v)"
                + " ELSE 'incomplete' END FROM (SELECT TRIM(SUBSTRING_INDEX(SUBSTRING_INDEX(action_statement, '"
                + VERSION + "', -1), ';', 1)) AS v FROM information_schema.triggers WHERE event_object_schema = "
                + database(table)
                + " AND event_object_table = " + CaptureForms.literal(last(table)) + " AND LEFT(trigger_name, "
                + PREFIX.length() + ") = '" + PREFIX + "') AS t";
    }

    @Override
    public String unseen(List<String> table) {
        return "SELECT MIN(CONCAT('is changed by its foreign key ', constraint_name)) " + cascades(table);
    }

    private static String refuseCascades(List<String> table) {
        String message =
                "CONCAT('the table ', table_name, ' is changed by its foreign key ', constraint_name, ', which fires no triggers')";
        return "INSERT INTO fraiseql_event (sequence, id, entity_type, entity_id, event_type, created_at) SELECT "
                + CaptureForms.refusal(message) + ", UUID(), '', '', '', UTC_TIMESTAMP(6) " + cascades(table);
    }

    private static String cascades(List<String> table) {
        return "FROM information_schema.referential_constraints WHERE constraint_schema = " + database(table)
                + " AND table_name = " + CaptureForms.literal(last(table))
                + " AND (delete_rule IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
                + " OR update_rule IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))";
    }

    @Override
    public SqlStatement enter() {
        return ENTER;
    }

    @Override
    public @Nullable SqlStatement leave() {
        return null;
    }

    /** Variables belong to the session. */
    @Override
    public boolean outlastsTransaction() {
        return true;
    }

    private String trigger(List<String> table, Operation operation) {
        String suffix = "_" + operation.name().toLowerCase(Locale.ROOT);
        String name = last(table);
        if (PREFIX.length() + name.length() + suffix.length() > LONGEST_NAME) {
            name = Integer.toHexString(name.hashCode());
        }
        return dialect.quote(PREFIX + name + suffix);
    }

    private String schema(List<String> table) {
        return table.size() > 1 ? dialect.quote(table.get(0)) + "." : "";
    }

    private static String database(List<String> table) {
        return table.size() > 1 ? CaptureForms.literal(table.get(0)) : "DATABASE()";
    }

    private static String last(List<String> table) {
        return table.get(table.size() - 1);
    }
}
