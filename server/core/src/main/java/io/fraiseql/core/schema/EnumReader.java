package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code enums}. */
final class EnumReader {

    private final Problems problems;

    EnumReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    EnumDefinition read(JsonObject object) {
        String name = object.requiredText("name");
        String description = object.text("description");
        List<EnumDefinition.Value> values = values(object);
        object.finish("an enum");
        return name == null ? null : new EnumDefinition(object.at(), name, description, values);
    }

    private List<EnumDefinition.Value> values(JsonObject object) {
        List<EnumDefinition.Value> values = new ArrayList<>();
        JsonNode list = object.value("values");
        String at = Pointer.to(object.at(), "values");
        if (list != null && !list.isArray()) {
            problems.add(at, "`values` must be a list of names or of {name, value, description, deprecated}");
            return values;
        }
        for (int i = 0; list != null && i < list.size(); i++) {
            EnumDefinition.Value value = value(list.get(i), Pointer.to(at, i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private EnumDefinition.@Nullable Value value(JsonNode node, String at) {
        if (node.isTextual()) {
            return new EnumDefinition.Value(at, node.textValue(), null, null, null);
        }
        if (!(node instanceof ObjectNode members)) {
            problems.add(at, "must be a name or an object {name, value, description, deprecated}");
            return null;
        }
        JsonObject object = new JsonObject(members, at, problems);
        String name = object.requiredText("name");
        EnumDefinition.Value value = new EnumDefinition.Value(
                at,
                name == null ? "" : name,
                object.text("value"),
                object.text("description"),
                TypeReader.deprecation(object, "deprecated"));
        object.finish("an enum's value");
        return name == null ? null : value;
    }
}
