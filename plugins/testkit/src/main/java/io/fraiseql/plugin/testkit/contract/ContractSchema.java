package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.introspect.IntrospectOptions;
import io.fraiseql.core.introspect.SchemaGenerator;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schema of {@code contract/schema.json}, completed with what introspection says of each column on this database. */
final class ContractSchema {

    /** Tables that introspection leaves out. */
    private static final String SYSTEM = "fraiseql_";

    private final ContractTables tables;
    private final Map<String, JsonNode> columns = new HashMap<>();

    ContractSchema(DatabaseSchema introspected, ContractTables tables) {
        this.tables = tables;
        var options = new IntrospectOptions(List.of(), List.of(), Map.of(), false);
        JsonNode found = new SchemaGenerator(new ScalarCatalog().types())
                .generate(introspected, options)
                .schema();
        for (JsonNode type : found.get("types")) {
            for (JsonNode field : type.get("fields")) {
                if (field.has("sql")) {
                    columns.put(place(type, field), field.get("sql"));
                }
            }
        }
    }

    /**
     * The schema as an author would write it for this database.
     *
     * @param part the file of more sections; null for none
     */
    String text(@Nullable String part) {
        JsonNode schema = Resources.json(Resources.text("schema.json"), "schema.json");
        if (part != null) {
            ((ObjectNode) schema).setAll((ObjectNode) Resources.json(Resources.text(part), part));
        }
        for (JsonNode type : schema.get("types")) {
            String source = type.path("sql_source").asText();
            boolean system = source.startsWith(SYSTEM);
            if (!source.isEmpty()
                    && !system
                    && !type.path("source_kind").asText().equals("document")) {
                type.get("fields").forEach(field -> complete(type, (ObjectNode) field));
            }
        }
        return schema.toString();
    }

    private void complete(JsonNode type, ObjectNode field) {
        if (field.has("relation")) {
            return;
        }
        JsonNode sql = columns.get(place(type, field));
        if (sql == null) {
            throw new IllegalStateException("introspection does not find " + place(type, field));
        }
        ObjectNode completed = sql.deepCopy();
        ColumnKind kind = tables.kind(type.get("sql_source").asText(), column(field));
        if (kind == ColumnKind.TEXTS || kind == ColumnKind.INTS) {
            completed.put("array", true);
        }
        field.set("sql", completed);
    }

    private static String place(JsonNode type, JsonNode field) {
        return type.get("sql_source").asText() + "." + column(field);
    }

    private static String column(JsonNode field) {
        return field.has("column")
                ? field.get("column").asText()
                : Names.snakeCase(field.get("name").asText());
    }
}
