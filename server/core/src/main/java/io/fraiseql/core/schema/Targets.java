package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The dialects a schema is resolved for. */
record Targets(List<String> names, Problems problems) {

    /** The value for exactly these targets; a target without one is a problem at {@code pointer}. */
    <T> ByDialect<T> check(String pointer, String key, ByDialect<T> value) {
        if (value.values().containsKey("")) {
            return value;
        }
        Map<String, T> values = new LinkedHashMap<>();
        for (String target : names) {
            if (value.has(target)) {
                values.put(target, value.get(target));
            } else {
                problems.addUnknown(
                        pointer,
                        "`" + key + "` has no value for the target `" + target + "`",
                        target,
                        value.values().keySet());
            }
        }
        return new ByDialect<>(values);
    }

    /** As {@link #check}, each value made by a function whose null means that the value is bad, and reported. */
    <S, T> ByDialect<T> map(String pointer, String key, ByDialect<S> value, Function<S, @Nullable T> function) {
        Map<String, T> values = new LinkedHashMap<>();
        check(pointer, key, value).values().forEach((dialect, one) -> {
            T mapped = function.apply(one);
            if (mapped != null) {
                values.put(dialect, mapped);
            }
        });
        return new ByDialect<>(values);
    }

    /** The names of tables of a {@code sql_source} or {@code table}. */
    ByDialect<List<String>> sourceNames(String pointer, String key, ByDialect<String> value) {
        return map(pointer, key, value, text -> {
            List<String> parts = SourceName.parse(text);
            if (parts.isEmpty()) {
                problems.add(
                        pointer,
                        "`" + text + "` is not the name of a table or view",
                        "write `name` or `schema.name`, quoting odd parts: `\"odd.name\".\"x y\"`");
                return null;
            }
            return parts;
        });
    }
}
