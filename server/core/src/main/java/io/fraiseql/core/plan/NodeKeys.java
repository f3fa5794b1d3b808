package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.KeyValue;
import io.fraiseql.core.cursor.NodeId;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keys of one type from the global ids that a client sent.
 *
 * @param ids a list of ids
 * @param size how many fields the key has
 */
record NodeKeys(BindSource ids, String typeName, int size) {

    /** The id that a client's value is. */
    static NodeId read(@Nullable Object value) {
        NodeId id = NodeId.read(value);
        if (id == null) {
            throw refusal();
        }
        return id;
    }

    static FraiseqlException refusal() {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT, "an id is none of this schema's; send what 'nodeId' gave, unchanged");
    }

    private List<NodeId> ofType(Map<String, Object> variables) {
        List<NodeId> found = new ArrayList<>();
        for (Object value : ids.value(variables) instanceof List<?> list ? list : List.of()) {
            NodeId id = read(value);
            if (id.type().equals(typeName)) {
                if (id.key().size() != size) {
                    throw refusal();
                }
                found.add(id);
            }
        }
        return found;
    }

    private static Object typed(NodeId id, int part, ColumnType type) {
        try {
            return KeyValue.of(id.key().get(part), type);
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    /** One key field of all ids. */
    record All(NodeKeys keys, ColumnType type) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            List<Object> values = new ArrayList<>();
            keys.ofType(variables).forEach(id -> values.add(typed(id, 0, type)));
            return values;
        }
    }

    /** One key field of one id. */
    record One(NodeKeys keys, int index, int part, ColumnType type) implements BindSource {
        @Override
        public Object value(Map<String, Object> variables) {
            return typed(keys.ofType(variables).get(index), part, type);
        }
    }
}
