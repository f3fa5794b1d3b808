package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The contract's tables on PostgreSQL. */
public final class PostgresContractSql extends StandardContractSql {

    @Override
    public String type(ColumnKind kind) {
        return switch (kind) {
            case INT -> "integer";
            case BIGINT -> "bigint";
            case FLOAT -> "double precision";
            case DECIMAL -> "numeric(38, 10)";
            case MONEY -> "numeric(10, 2)";
            case TEXT -> "text";
            case NAME -> "varchar(40)";
            case BOOLEAN -> "boolean";
            case UUID -> "uuid";
            case DATETIME -> "timestamp with time zone";
            case LOCAL_DATETIME -> "timestamp without time zone";
            case DATE -> "date";
            case TIME -> "time";
            case DURATION -> "interval";
            case JSON -> "jsonb";
            case BYTES -> "bytea";
            case COLOUR -> "colour";
            case TEXTS -> "text[]";
            case INTS -> "integer[]";
        };
    }

    @Override
    public String literal(ColumnKind kind, JsonNode value) {
        return switch (kind) {
            case BYTES -> quoted("\\x" + value.textValue());
            case TEXTS, INTS -> array(kind, value);
            default -> super.literal(kind, value);
        };
    }

    private String array(ColumnKind kind, JsonNode value) {
        List<String> elements = new ArrayList<>();
        value.forEach(
                element -> elements.add(kind == ColumnKind.INTS ? element.asText() : quoted(element.textValue())));
        return "ARRAY[" + String.join(", ", elements) + "]::" + type(kind);
    }

    @Override
    public List<String> functions() {
        return List.of(
                "CREATE TYPE mutation_response AS (status text, message text, entity_id text, entity_type text, entity jsonb,"
                        + " updated_fields text[], cascade jsonb, metadata jsonb)",
                """
                CREATE FUNCTION fn_rename_entry(an_id integer, a_text text, a_status text)
                RETURNS mutation_response LANGUAGE sql AS $$
                  UPDATE entry SET t = a_text WHERE id = an_id
                  RETURNING a_status, 'asked for ' || a_text, id::text, 'Entry', to_jsonb(entry), ARRAY['t'], NULL::jsonb, NULL::jsonb
                $$""");
    }

    @Override
    public List<String> prologue() {
        return List.of("CREATE TYPE colour AS ENUM ('RED', 'GREEN', 'deep blue')");
    }
}
