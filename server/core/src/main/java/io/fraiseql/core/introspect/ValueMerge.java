package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fraiseql.core.schema.Names;
import java.util.List;

/**
 * Merges single values into values by dialect.
 *
 * @param dialects what a plain value is for
 * @param dialect what the added value is for
 */
record ValueMerge(List<String> dialects, String dialect) {

    /** Merges a key that both have; without it on one side nothing changes. */
    void merge(ObjectNode existing, ObjectNode added, String key) {
        JsonNode old = existing.get(key);
        JsonNode value = added.get(key);
        if (old != null && value != null) {
            set(existing, key, old, value);
        }
    }

    /** Merges {@code column}, which has a default. */
    void mergeColumn(ObjectNode existing, ObjectNode added) {
        set(existing, "column", column(existing), column(added));
    }

    private static JsonNode column(ObjectNode field) {
        JsonNode column = field.get("column");
        return column == null
                ? TextNode.valueOf(Names.snakeCase(field.path("name").asText()))
                : column;
    }

    private void set(ObjectNode owner, String key, JsonNode old, JsonNode value) {
        if (isByDialect(old)) {
            ((ObjectNode) old).set(dialect, value);
        } else if (!old.equals(value)) {
            ObjectNode byDialect = JsonNodeFactory.instance.objectNode();
            dialects.forEach(each -> byDialect.set(each, old));
            byDialect.set(dialect, value);
            owner.set(key, byDialect);
        }
    }

    /** An object is a map by dialect, except a {@code sql}, whose {@code type} is a string. */
    private static boolean isByDialect(JsonNode value) {
        return value.isObject() && !value.path("type").isTextual();
    }
}
