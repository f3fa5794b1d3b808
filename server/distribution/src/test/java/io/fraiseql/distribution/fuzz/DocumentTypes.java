package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.fuzz.TableDraft.ColumnDraft;
import io.fraiseql.distribution.oracle.Scalar;
import java.util.List;
import java.util.Map;

/** Tables whose values are in JSON documents: what their author writes over what introspection finds. */
final class DocumentTypes {

    /** Holds the document. */
    static final String COLUMN = "data";

    private DocumentTypes() {}

    /** Changes a schema of the tables. */
    static ObjectNode apply(ObjectNode schema, List<TableDraft> tables) {
        for (JsonNode type : schema.get("types")) {
            document((ObjectNode) type, TableDraft.of(type, tables));
        }
        return schema;
    }

    private static void document(ObjectNode type, TableDraft table) {
        type.put("source_kind", "document").put("jsonb_column", COLUMN);
        ArrayNode fields = (ArrayNode) type.get("fields");
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode field : fields) {
            if (!field.path("column").asText(field.get("name").asText()).equals(COLUMN)) {
                ((ObjectNode) field).remove("sql");
                kept.add(field);
            }
        }
        for (ColumnDraft column : table.columns()) {
            if (!table.keyed(column.name())) {
                ObjectNode field = kept.addObject();
                field.put("name", "f" + table.columns().indexOf(column));
                field.put("type", Input.typeName(column.scalar()));
                field.put("nullable", column.nullable()).put("column", column.name());
                if (column.scalar() == Scalar.DECIMAL) {
                    field.putObject("sql").put("type", "NUMERIC").put("scale", Pool.SCALE);
                }
            }
        }
        type.set("fields", kept);
    }

    /** A row as it is stored. What is null is missing from every other document. */
    static ObjectNode document(TableDraft table, Map<String, Object> row) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        boolean sparse = table.rows().indexOf(row) % 2 == 1;
        for (ColumnDraft column : table.columns()) {
            Object value = row.get(column.name());
            if (value != null) {
                document.set(column.name(), stored(column.scalar(), value));
            } else if (!sparse) {
                document.putNull(column.name());
            }
        }
        return document;
    }

    private static JsonNode stored(Scalar scalar, Object value) {
        return scalar == Scalar.BIGINT
                ? JsonNodeFactory.instance.numberNode((Long) value)
                : scalar.json(value, Pool.SCALE);
    }
}
