package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One trigger a table, with a function of its own in the table's schema, and one that refuses to empty the table without events; who asks is
 * in settings of the transaction.
 */
final class PostgresCapture implements CaptureSql {

    private static final String TRIGGER = "fraiseql_capture";
    private static final String TRUNCATE = "fraiseql_capture_truncate";
    private static final String REFUSE_TRUNCATE = "fraiseql_refuse_truncate";
    private static final int LONGEST_NAME = 63;
    private static final int FIELDS_OF_CALL = 40;
    private static final SqlStatement.BindType TEXT = new SqlStatement.BindType(ColumnType.TEXT, false);
    private static final SqlStatement ENTER = new SqlStatement(
            "SELECT concat(set_config('fraiseql.user_id', coalesce(?, ''), true),"
                    + " set_config('fraiseql.org_id', coalesce(?, ''), true),"
                    + " set_config('fraiseql.trace_context', coalesce(?, ''), true))",
            List.of(TEXT, TEXT, TEXT),
            RowShape.of(List.of(new RowShape.Column(ColumnType.TEXT, null))));
    private static final String EVENT_ID =
            "encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send("
                    + "(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid";

    private final PostgresDialect dialect;

    PostgresCapture(PostgresDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<String> prepare() {
        return List.of("DELETE FROM fraiseql_event WHERE false", """
                CREATE OR REPLACE FUNCTION %s(place text) RETURNS jsonb LANGUAGE plpgsql AS $fraiseql$
                BEGIN
                  RAISE EXCEPTION '%% holds a value that the API cannot show', place USING ERRCODE = 'data_exception';
                END
                $fraiseql$""".formatted(CaptureForms.MISFIT), """
                CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $fraiseql$
                BEGIN
                  RAISE EXCEPTION 'TRUNCATE of %% would leave no events; DELETE its rows, or disable the trigger %s first', TG_TABLE_NAME;
                END
                $fraiseql$""".formatted(
                        REFUSE_TRUNCATE, TRUNCATE));
    }

    @Override
    public List<String> drop(List<String> table) {
        return List.of(
                "DROP TRIGGER IF EXISTS " + TRIGGER + " ON " + name(table),
                "DROP TRIGGER IF EXISTS " + TRUNCATE + " ON " + name(table),
                "DROP FUNCTION IF EXISTS " + function(table) + "()");
    }

    @Override
    public List<String> create(CapturedTable table, String version) {
        String body = body(table);
        String quote = "$fraiseql$";
        while (body.contains(quote)) {
            quote = quote.replace("l$", "ll$");
        }
        return List.of(
                "CREATE FUNCTION " + function(table.name()) + "() RETURNS trigger LANGUAGE plpgsql"
                        + " SET search_path FROM CURRENT SET TimeZone = 'UTC' SET intervalstyle = 'iso_8601'"
                        + " SET extra_float_digits = 1 AS " + quote + "\n" + body + quote,
                "CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE OR DELETE ON " + name(table.name())
                        + " FOR EACH ROW EXECUTE FUNCTION " + function(table.name()) + "()",
                "COMMENT ON TRIGGER " + TRIGGER + " ON " + name(table.name()) + " IS '" + version + "'",
                "CREATE TRIGGER " + TRUNCATE + " BEFORE TRUNCATE ON " + name(table.name())
                        + " FOR EACH STATEMENT EXECUTE FUNCTION " + REFUSE_TRUNCATE + "()",
                "COMMENT ON TRIGGER " + TRUNCATE + " ON " + name(table.name()) + " IS '" + version + "'");
    }

    private String body(CapturedTable table) {
        String fields = table.columns().stream()
                .map(column -> "'" + column.field() + "'")
                .collect(Collectors.joining(", "));
        return """
                DECLARE
                  new_row jsonb;
                  old_row jsonb;
                  any_row jsonb;
                BEGIN
                  IF TG_OP <> 'DELETE' THEN
                    new_row := %s;
                  END IF;
                  IF TG_OP <> 'INSERT' THEN
                    old_row := %s;
                  END IF;
                  any_row := coalesce(new_row, old_row);
                  INSERT INTO fraiseql_event (id, entity_type, entity_id, event_type, data, before, changed_fields,
                      user_id, org_id, trace_context, created_at)
                  VALUES (
                    %s,
                    %s, %s, TG_OP, new_row, old_row,
                    CASE WHEN TG_OP = 'UPDATE' THEN (
                      SELECT coalesce(jsonb_agg(f.name ORDER BY f.place), '[]')
                      FROM unnest(ARRAY[%s]) WITH ORDINALITY AS f (name, place)
                      WHERE (new_row -> f.name) IS DISTINCT FROM (old_row -> f.name)) END,
                    nullif(current_setting('fraiseql.user_id', true), ''),
                    nullif(current_setting('fraiseql.org_id', true), ''),
                    nullif(current_setting('fraiseql.trace_context', true), ''),
                    clock_timestamp());
                  RETURN NULL;
                END
                """.formatted(
                        image(table, true), image(table, false), EVENT_ID, literal(table.entity()), key(table), fields);
    }

    /** A call takes a hundred arguments at most. */
    private String image(CapturedTable table, boolean required) {
        List<String> parts = new ArrayList<>();
        List<CapturedTable.Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i += FIELDS_OF_CALL) {
            parts.add(columns.subList(i, Math.min(columns.size(), i + FIELDS_OF_CALL)).stream()
                    .map(column -> "\n      '" + column.field() + "', " + value(table, column, required))
                    .collect(Collectors.joining(",", "jsonb_build_object(", ")")));
        }
        return String.join(" || ", parts);
    }

    private String value(CapturedTable table, CapturedTable.Column column, boolean required) {
        String value = (required ? "NEW." : "OLD.") + dialect.quote(column.name());
        return required
                ? CaptureForms.required(value, column, table.entity() + "." + column.field())
                : CaptureForms.lenient(value, column);
    }

    private static String key(CapturedTable table) {
        if (table.key().size() == 1) {
            return "any_row ->> '" + table.key().get(0).field() + "'";
        }
        return table.key().stream()
                .map(column -> "any_row -> '" + column.field() + "'")
                .collect(Collectors.joining(", ", "'[' || concat_ws(',', ", ") || ']'"));
    }

    @Override
    public String installed(List<String> table) {
        return "SELECT CASE WHEN count(*) = 0 THEN NULL WHEN count(*) = 2 AND count(DISTINCT v) = 1 THEN max(v) ELSE 'incomplete' END"
                + " FROM (SELECT CASE WHEN t.tgenabled IN ('O', 'A') THEN coalesce(obj_description(t.oid, 'pg_trigger'), 'incomplete')"
                + " ELSE 'incomplete' END AS v FROM pg_trigger AS t WHERE t.tgname IN ('" + TRIGGER + "', '" + TRUNCATE
                + "') AND t.tgrelid = to_regclass(" + literal(name(table)) + ")) AS found";
    }

    @Override
    public SqlStatement enter() {
        return ENTER;
    }

    @Override
    public @Nullable SqlStatement leave() {
        return null;
    }

    private String name(List<String> parts) {
        return parts.stream().map(dialect::quote).collect(Collectors.joining("."));
    }

    /** A name that is cut off has a mark of the whole. */
    private String function(List<String> table) {
        List<String> parts = new ArrayList<>(table);
        String own = TRIGGER + "_" + parts.remove(parts.size() - 1);
        if (own.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            own = TRIGGER + "_" + Integer.toHexString(own.hashCode());
        }
        parts.add(own);
        return name(parts);
    }

    private static String literal(String text) {
        return CaptureForms.literal(text);
    }
}
