package io.fraiseql.core.columnar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredSchema;
import io.fraiseql.spi.columnar.DeclaredType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of an {@code .arrow-schema} file, every default written out, as maps and lists. */
public final class DeclaredSchemaWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DeclaredSchemaWriter() {}

    /** What {@link DeclaredSchemaReader} reads. */
    public static Map<String, Object> write(DeclaredSchema schema) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("namespace", schema.namespace());
        root.put("name", schema.name());
        root.put("version", schema.version());
        if (schema.description() != null) {
            root.put("description", schema.description());
        }
        root.put("fields", fields(schema.fields()));
        Map<String, Object> metadata = metadata(schema.metadata());
        if (!metadata.isEmpty()) {
            root.put("metadata", metadata);
        }
        return root;
    }

    private static List<Map<String, Object>> fields(List<DeclaredField> fields) {
        return fields.stream().map(DeclaredSchemaWriter::field).toList();
    }

    private static Map<String, Object> field(DeclaredField field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", field.name());
        members.put("type", type(field.type()));
        members.put("required", field.required());
        members.put("nullable", field.nullable());
        members.put("index", field.index());
        if (field.defaultValue() != null) {
            members.put("default", json(field.defaultValue()));
        }
        if (field.doc() != null) {
            members.put("doc", field.doc());
        }
        return members;
    }

    private static Object json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a default was read from JSON", e);
        }
    }

    private static Object type(DeclaredType type) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", type.kind().text());
        switch (type.kind()) {
            case DECIMAL -> {
                members.put("precision", type.precision());
                members.put("scale", type.scale());
            }
            case STRUCT -> members.put("fields", fields(type.fields()));
            default -> type.fields().forEach(part -> members.put(part.name(), type(part.type())));
        }
        if (type.timezone() != null) {
            members.put("timezone", type.timezone());
        }
        return members.size() == 1 ? type.kind().text() : members;
    }

    private static Map<String, Object> metadata(Map<String, String> flat) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Map<String, Object> storage = new LinkedHashMap<>();
        for (String key : List.of("primary", "table")) {
            if (flat.containsKey("storage." + key)) {
                storage.put(key, flat.get("storage." + key));
            }
        }
        if (!storage.isEmpty()) {
            metadata.put("storage", storage);
        }
        String days = flat.get("ttl_days");
        if (days != null) {
            metadata.put("ttl_days", Integer.valueOf(days));
        }
        if (flat.containsKey("partition_strategy")) {
            metadata.put("partition_strategy", flat.get("partition_strategy"));
        }
        return metadata;
    }
}
