package io.fraiseql.core.columnar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.Checked;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.columnar.DeclaredField;
import io.fraiseql.spi.columnar.DeclaredSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what is in an {@code .arrow-schema} file, with every problem at once. Used for one file. */
public final class DeclaredSchemaReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final Problems problems = new Problems();
    private final DeclaredTypeReader types = new DeclaredTypeReader(problems, this::fields);

    /** Reads the tree of a file. */
    public Checked<DeclaredSchema> read(JsonNode tree) {
        if (!(tree instanceof ObjectNode root)) {
            problems.add("", "a schema must be an object");
            return new Checked<>(null, problems.list());
        }
        JsonObject object = new JsonObject(root, "", problems);
        String namespace = named(object, "namespace", NAMESPACE);
        String name = named(object, "name", NAME);
        Integer version = object.count("version");
        if (version == null || version == 0) {
            problems.add("/version", "`version` must be a whole number from 1");
        }
        String description = object.text("description");
        List<DeclaredField> fields = fields(object);
        Map<String, String> metadata = metadata(object);
        object.finish("an .arrow-schema file");
        if (namespace == null || name == null || version == null || !problems.isEmpty()) {
            return new Checked<>(null, problems.list());
        }
        return new Checked<>(new DeclaredSchema(namespace, name, version, description, fields, metadata), List.of());
    }

    private @Nullable String named(JsonObject object, String key, Pattern form) {
        String name = object.requiredText(key);
        if (name != null && !form.matcher(name).matches()) {
            problems.add(Pointer.to(object.at(), key), "`" + name + "` is no name", "use letters, digits and _");
        }
        return name;
    }

    private List<DeclaredField> fields(JsonObject object) {
        List<DeclaredField> fields = object.objects("fields", this::field);
        if (object.value("fields") == null || object.value("fields").isEmpty()) {
            problems.add(object.at(), "`fields` must have at least one field");
        }
        Set<String> names = new HashSet<>();
        for (DeclaredField field : fields) {
            if (!names.add(field.name())) {
                problems.add(Pointer.to(object.at(), "fields"), "the field `" + field.name() + "` is there twice");
            }
        }
        return fields;
    }

    private @Nullable DeclaredField field(JsonObject object) {
        String name = named(object, "name", NAME);
        var type = types.required(object, "type");
        boolean required = object.flag("required", false);
        boolean nullable = object.flag("nullable", !required);
        boolean index = object.flag("index", false);
        JsonNode value = object.value("default");
        String doc = object.text("doc");
        object.finish("a field");
        if (name == null || type == null) {
            return null;
        }
        if (value != null && !types.fits(value, type.kind())) {
            problems.add(Pointer.to(object.at(), "default"), "`default` is no value of the type " + type);
        }
        return new DeclaredField(name, type, required, nullable, index, value == null ? null : value.toString(), doc);
    }

    private Map<String, String> metadata(JsonObject object) {
        Map<String, String> metadata = new TreeMap<>();
        JsonObject given = object.object("metadata");
        if (given == null) {
            return metadata;
        }
        JsonObject storage = given.object("storage");
        if (storage != null) {
            put(metadata, "storage.primary", storage.text("primary"));
            put(metadata, DeclaredSchema.TABLE, storage.text("table"));
            storage.finish("`storage`");
        }
        Integer days = given.count("ttl_days");
        put(metadata, "ttl_days", days == null ? null : days.toString());
        put(metadata, "partition_strategy", given.text("partition_strategy"));
        given.finish("`metadata`");
        return metadata;
    }

    private static void put(Map<String, String> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
