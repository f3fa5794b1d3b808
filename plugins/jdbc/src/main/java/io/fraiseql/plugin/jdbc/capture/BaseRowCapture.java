package io.fraiseql.plugin.jdbc.capture;

import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Capture by three triggers a table, which fire for each row and append its event with one statement. Stateless. */
public abstract class BaseRowCapture implements CaptureSql {

    /** What the names of triggers begin with. */
    protected static final String PREFIX = "fraiseql_capture_";

    /** What a trigger fires after. */
    protected enum Operation {
        INSERT,
        UPDATE,
        DELETE;

        /** The end of a trigger's name. */
        public String suffix() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The dialect of the database. */
    protected final Dialect dialect;

    private final TextSql sql;

    protected BaseRowCapture(Dialect dialect, TextSql sql) {
        this.dialect = dialect;
        this.sql = sql;
    }

    /** The quoted name of a trigger, in the table's schema. */
    protected abstract String trigger(List<String> table, Operation operation);

    /** The JSON of a value of a new row; one that cannot be shown is refused in the name of its place. */
    protected abstract String required(String value, CapturedTable.Column column, String place);

    /** The JSON of a value of an old row. */
    protected abstract String lenient(String value, CapturedTable.Column column);

    /** A text as SQL. */
    protected abstract String literal(String text);

    /** A new UUID of version 7. */
    protected abstract String eventId();

    /** The user, the organisation, the trace and the time, between commas. */
    protected abstract String circumstances();

    @Override
    public final List<String> drop(List<String> table) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            statements.add("DROP TRIGGER IF EXISTS " + trigger(table, operation));
        }
        return statements;
    }

    /** The statement of a trigger, up to the name of its derived table. */
    protected final String event(CapturedTable table, Operation operation) {
        boolean after = operation != Operation.DELETE;
        boolean before = operation != Operation.INSERT;
        EventTexts texts = new EventTexts(table, sql);
        return "  INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, " + dialect.quote("before")
                + ", changed_fields, user_id, org_id, trace_context, created_at)\n  SELECT " + eventId() + ", "
                + literal(table.entity()) + ", " + key(table, texts, after) + ", '" + operation + "',\n    "
                + (after ? texts.image("n") : "NULL") + ",\n    " + (before ? texts.image("o") : "NULL") + ",\n    "
                + (after && before ? texts.changes("") : "NULL") + ",\n    " + circumstances() + "\n  FROM (SELECT"
                + String.join(",", values(table, after, before)) + ")";
    }

    private List<String> values(CapturedTable table, boolean after, boolean before) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            CapturedTable.Column column = table.columns().get(i);
            String name = dialect.quote(column.name());
            if (after) {
                String place = table.entity() + "." + column.field();
                values.add("\n    " + required("NEW." + name, column, place) + " AS n" + i);
            }
            if (before) {
                values.add("\n    " + lenient("OLD." + name, column) + " AS o" + i);
            }
        }
        return values;
    }

    private String key(CapturedTable table, EventTexts texts, boolean after) {
        return texts.hasTextKey()
                ? (after ? "NEW." : "OLD.") + dialect.quote(table.key().get(0).name())
                : texts.key(i -> (after ? "n" : "o") + i);
    }

    /** The schema of a table with its point; empty without. */
    protected final String schema(List<String> table) {
        return table.size() > 1 ? dialect.quote(table.get(0)) + "." : "";
    }

    /** The table's own name. */
    protected static String last(List<String> table) {
        return table.get(table.size() - 1);
    }
}
