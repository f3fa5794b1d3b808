package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.plugin.jdbc.capture.BaseRowCapture;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Three triggers a table, each one statement, so that every client can run the script; who asks is in variables of the session. Their
 * version is the name of the derived table in them: clients take comments out.
 */
public final class MysqlCapture extends BaseRowCapture {

    private static final String VERSION = "fraiseql_version_";
    private static final int LONGEST_NAME = 64;
    private static final SqlStatement.BindType TEXT = new SqlStatement.BindType(ColumnType.TEXT, false);
    private static final SqlStatement ENTER = new SqlStatement(
            "SET @fraiseql_user_id = ?, @fraiseql_org_id = ?, @fraiseql_trace_context = ?",
            List.of(TEXT, TEXT, TEXT),
            RowShape.of(List.of()));

    private static final String UNSEEN =
            ", which fires no triggers here, so that events would be missing; make it RESTRICT and change"
                    + " the referring rows first, or let the server capture the type";

    /** UUID version 7 out of the time {@code h} and random digits {@code r}. */
    private static final String EVENT_ID = """
            (SELECT CONCAT(SUBSTR(h, 1, 8), '-', SUBSTR(h, 9, 4), '-7', SUBSTR(r, 1, 3), '-', SUBSTR('89ab', 1 + FLOOR(RAND() * 4), 1),
                SUBSTR(r, 4, 3), '-', SUBSTR(r, 7, 12)) FROM (SELECT LOWER(HEX(RANDOM_BYTES(9))) AS r,
                LOWER(LPAD(HEX(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000), 12, '0')) AS h) AS i)""";

    private final CaptureForms forms;

    public MysqlCapture(Dialect dialect, Server server) {
        super(dialect, new MysqlTexts());
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
                    + dialect.quote(last(table.name())) + " FOR EACH ROW\n" + event(table, operation) + " AS " + VERSION
                    + version);
        }
        return statements;
    }

    @Override
    protected String required(String value, CapturedTable.Column column, String place) {
        return forms.required(value, column, place);
    }

    @Override
    protected String lenient(String value, CapturedTable.Column column) {
        return forms.lenient(value, column);
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
        return "@fraiseql_user_id, @fraiseql_org_id, @fraiseql_trace_context, UTC_TIMESTAMP(6)";
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
        return "SELECT MIN(CONCAT('is changed by its foreign key ', constraint_name, '" + UNSEEN + "')) "
                + cascades(table);
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

    @Override
    protected String trigger(List<String> table, Operation operation) {
        String suffix = operation.suffix();
        String name = last(table);
        if (PREFIX.length() + name.length() + suffix.length() > LONGEST_NAME) {
            name = Integer.toHexString(name.hashCode());
        }
        return schema(table) + dialect.quote(PREFIX + name + suffix);
    }

    private static String database(List<String> table) {
        return table.size() > 1 ? CaptureForms.literal(table.get(0)) : "DATABASE()";
    }
}
