package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;

/** Reads {@code mutations}. */
final class MutationReader {

    private MutationReader() {}

    static @Nullable MutationDefinition mutation(JsonObject object) {
        String name = object.requiredText("name");
        String returnType = object.requiredText("return_type");
        MutationDefinition mutation = new MutationDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                returnType == null ? "" : returnType,
                object.flag("returns_list", false),
                object.textByDialect("table"),
                object.textByDialect("sql_source"),
                object.objects("arguments", QueryReader::argument),
                object.text("operation"),
                object.text("entity"),
                TypeReader.deprecation(object, "deprecation"));
        object.refuse("invalidates");
        object.refuse("requires_role");
        object.refuse("inject");
        object.finish("a mutation");
        return name == null || returnType == null ? null : mutation;
    }
}
