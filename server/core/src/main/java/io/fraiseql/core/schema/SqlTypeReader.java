package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a field's {@code sql} says of its column. */
final class SqlTypeReader {

    private static final List<String> STORAGES = List.of("iso", "epoch_s", "epoch_ms", "julian", "text", "binary");

    private final Problems problems;

    SqlTypeReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    ByDialect<SqlType> read(JsonObject owner, String key) {
        JsonObject object = owner.object(key);
        if (object == null) {
            return null;
        }
        if (!isByDialect(object)) {
            SqlType same = one(object);
            return same == null ? null : ByDialect.same(same);
        }
        Map<String, SqlType> values = new LinkedHashMap<>();
        for (String dialect : object.keys()) {
            JsonObject value = object.object(dialect);
            SqlType one = value == null ? null : one(value);
            if (one != null) {
                values.put(dialect, one);
            }
        }
        return new ByDialect<>(values);
    }

    private static boolean isByDialect(JsonObject object) {
        for (String key : object.keys()) {
            JsonNode value = object.peek(key);
            if (!(value instanceof ObjectNode)) {
                return false;
            }
        }
        return !object.keys().isEmpty();
    }

    private @Nullable SqlType one(JsonObject object) {
        String type = object.requiredText("type");
        String storage = object.text("storage");
        if (storage != null && !STORAGES.contains(storage)) {
            problems.addUnknown(
                    Pointer.to(object.at(), "storage"),
                    "`" + storage + "` is not a storage; there are " + String.join(", ", STORAGES),
                    storage,
                    STORAGES);
        }
        SqlType sql = new SqlType(
                type == null ? "" : type,
                object.count("precision"),
                object.count("scale"),
                object.count("length"),
                object.text("collation"),
                storage,
                object.flag("array", false),
                object.flag("generated", false),
                object.flag("identity", false),
                object.flag("has_default", false));
        object.finish("`sql`");
        return type == null ? null : sql;
    }
}
