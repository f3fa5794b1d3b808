package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code interfaces} and {@code unions}. */
final class AbstractTypeReader {

    private final TypeReader types;
    private final Problems problems;

    AbstractTypeReader(TypeReader types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    @Nullable
    InterfaceDefinition interfaceType(JsonObject object) {
        String name = object.requiredText("name");
        InterfaceDefinition definition = new InterfaceDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                object.objects("fields", types::interfaceField),
                discriminator(object));
        object.finish("an interface");
        return name == null ? null : definition;
    }

    @Nullable
    UnionDefinition union(JsonObject object) {
        String name = object.requiredText("name");
        UnionDefinition definition = new UnionDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                object.texts("members"),
                discriminator(object));
        object.finish("a union");
        return name == null ? null : definition;
    }

    private @Nullable DiscriminatorDefinition discriminator(JsonObject owner) {
        JsonObject object = owner.object("discriminator");
        if (object == null) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        JsonObject map = object.object("values");
        if (map == null) {
            problems.add(object.at(), "`values` is missing", "write {\"<text of the column>\": \"<type>\"}");
        } else {
            values.putAll(map.textEntries());
        }
        DiscriminatorDefinition definition =
                new DiscriminatorDefinition(object.at(), object.requiredTextByDialect("column"), values);
        object.finish("a discriminator");
        return definition;
    }
}
