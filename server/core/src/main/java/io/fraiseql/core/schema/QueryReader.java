package io.fraiseql.core.schema;

import io.fraiseql.core.schema.QueryDefinition.ArgumentDefinition;
import io.fraiseql.core.schema.QueryDefinition.AutoParams;
import io.fraiseql.spi.Nullable;

/** Reads {@code queries}. */
final class QueryReader {

    private QueryReader() {}

    static @Nullable QueryDefinition query(JsonObject object) {
        String name = object.requiredText("name");
        String returnType = object.requiredText("return_type");
        QueryDefinition query = new QueryDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                returnType == null ? "" : returnType,
                object.flag("returns_list", false),
                object.flag("nullable"),
                object.textByDialect("sql_source"),
                object.objects("arguments", QueryReader::argument),
                autoParams(object),
                object.flag("relay"),
                object.flag("aggregate"),
                TypeReader.deprecation(object, "deprecation"),
                object.count("cache_ttl_seconds"));
        object.refuse("requires_role");
        object.refuse("inject");
        object.finish("a query");
        return name == null || returnType == null ? null : query;
    }

    static @Nullable ArgumentDefinition argument(JsonObject object) {
        String name = object.requiredText("name");
        String type = object.requiredText("type");
        boolean nullable = object.flag("nullable", false);
        var defaultValue = object.value("default");
        object.finish("an argument");
        return name == null || type == null
                ? null
                : new ArgumentDefinition(object.at(), name, type, nullable, defaultValue);
    }

    private static AutoParams autoParams(JsonObject query) {
        JsonObject object = query.object("auto_params");
        if (object == null) {
            return new AutoParams(query.at(), null, null, null, null);
        }
        AutoParams params = new AutoParams(
                object.at(),
                object.flag("where"),
                object.flag("order_by"),
                object.flag("limit"),
                object.flag("offset"));
        object.finish("`auto_params`");
        return params;
    }
}
