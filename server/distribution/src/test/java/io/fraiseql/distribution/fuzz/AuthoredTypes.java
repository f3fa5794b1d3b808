package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.oracle.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * What an author adds to an introspected schema: SQLite has neither enums nor arrays, and PostgreSQL does not know that a list holds no
 * nulls.
 */
final class AuthoredTypes {

    static final String ENUM = "Mood";

    /** The stored texts in the order in which PostgreSQL declares them; their names have the order of the texts. */
    static final List<String> MOODS = List.of("very happy", "ok", "sad", "É");

    private AuthoredTypes() {}

    /** The name of a stored text. */
    static String name(String stored) {
        return stored.equals("É") ? "zE" : stored.replace(' ', '_');
    }

    /** Changes a schema of the tables. */
    static ObjectNode apply(ObjectNode schema, List<TableDraft> tables) {
        boolean used = false;
        for (JsonNode type : schema.get("types")) {
            for (JsonNode field : type.get("fields")) {
                Scalar scalar = field.has("relation") ? null : scalar(type, field, tables);
                if (scalar == Scalar.MOOD) {
                    used = true;
                    ((ObjectNode) field).put("type", ENUM);
                } else if (scalar == Scalar.TEXTS) {
                    ((ObjectNode) field).put("type", "[String!]");
                }
            }
        }
        if (schema.get("types").size() > 1) {
            abstractTypes(schema);
        }
        if (used) {
            ObjectNode mood = schema.putArray("enums").addObject().put("name", ENUM);
            ArrayNode values = mood.putArray("values");
            MOODS.forEach(stored -> values.addObject().put("name", name(stored)).put("value", stored));
        }
        return schema;
    }

    /** An interface of the first two types with what they have in common, and a union of all types with a key. */
    private static void abstractTypes(ObjectNode schema) {
        List<ObjectNode> keyed = new ArrayList<>();
        for (JsonNode type : schema.get("types")) {
            if (!type.path("primary_key").isEmpty()) {
                keyed.add((ObjectNode) type);
            }
        }
        ArrayNode members =
                schema.putArray("unions").addObject().put("name", "Anything").putArray("members");
        keyed.forEach(type -> members.add(type.get("name").asText()));
        query(schema, "anythings", "Anything");
        List<ObjectNode> common = common(keyed.get(0), keyed.get(1));
        if (!common.isEmpty()) {
            ArrayNode fields = schema.putArray("interfaces")
                    .addObject()
                    .put("name", "Common")
                    .putArray("fields");
            common.forEach(fields::add);
            keyed.subList(0, 2).forEach(type -> type.putArray("implements").add("Common"));
            query(schema, "commons", "Common");
        }
    }

    private static List<ObjectNode> common(ObjectNode left, ObjectNode right) {
        List<ObjectNode> common = new ArrayList<>();
        for (JsonNode a : left.get("fields")) {
            for (JsonNode b : right.get("fields")) {
                if (!a.has("relation")
                        && a.get("name").equals(b.get("name"))
                        && a.get("type").equals(b.get("type"))) {
                    common.add(schemaField(a));
                }
            }
        }
        return common;
    }

    private static ObjectNode schemaField(JsonNode field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", field.get("name").asText())
                .put("type", field.get("type").asText())
                .put("nullable", true);
    }

    private static void query(ObjectNode schema, String name, String type) {
        ((ArrayNode) schema.get("queries"))
                .addObject()
                .put("name", name)
                .put("return_type", type)
                .put("returns_list", true);
    }

    private static Scalar scalar(JsonNode type, JsonNode field, List<TableDraft> tables) {
        String column = field.path("column").asText(field.get("name").asText());
        return TableDraft.of(type, tables).columns().stream()
                .filter(draft -> draft.name().equals(column))
                .map(TableDraft.ColumnDraft::scalar)
                .findFirst()
                .orElse(null);
    }
}
