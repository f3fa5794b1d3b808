package io.fraiseql.core.compile;

import io.fraiseql.spi.Nullable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SQL compiled for one dialect, in name order.
 *
 * @param roots the statement of each query's source by the query's name
 * @param operations the declared operations by the sha256 of their document, in lower-case hex
 */
public record TargetStatements(Map<String, String> roots, Map<String, Operation> operations) {

    public TargetStatements {
        roots = Collections.unmodifiableMap(new TreeMap<>(roots));
        operations = Collections.unmodifiableMap(new TreeMap<>(operations));
    }

    /**
     * A declared operation.
     *
     * @param name null for an anonymous one
     * @param document the text that the key is the hash of
     * @param fields the statement of each root field, in the order of the document
     */
    public record Operation(@Nullable String name, String document, List<Field> fields) {
        public Operation {
            fields = List.copyOf(fields);
        }
    }

    /** The statement of a root field under its response key. */
    public record Field(String key, String sql) {}
}
