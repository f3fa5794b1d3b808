package io.fraiseql.core.cursor;

import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A global object id.
 *
 * @param type the name of the object's type
 * @param key the values of its key, in turn; see {@link KeyValue}
 */
public record NodeId(String type, List<@Nullable Object> key) {

    public NodeId {
        key = Collections.unmodifiableList(new ArrayList<>(key));
    }

    /** Reads a client's value; null when it is no id of ours. */
    public static @Nullable NodeId read(@Nullable Object value) {
        List<@Nullable Object> values =
                value instanceof String text ? PackedValues.read(text, PackedValues.Kind.NODE) : null;
        if (values == null || values.isEmpty() || !(values.get(0) instanceof byte[] type)) {
            return null;
        }
        return new NodeId(new String(type, StandardCharsets.UTF_8), values.subList(1, values.size()));
    }
}
