package io.fraiseql.spi.columnar;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * A version of a schema that somebody promises to those who read columns, from an {@code .arrow-schema} file: data, made by the host.
 *
 * @param namespace dotted
 * @param version from 1
 * @param description null when there is none
 * @param metadata what the file says of storage, by dotted keys such as {@code storage.table}
 */
public record DeclaredSchema(
        String namespace,
        String name,
        int version,
        @Nullable String description,
        List<DeclaredField> fields,
        Map<String, String> metadata) {

    /** The key of {@link #metadata} that names the table. */
    public static final String TABLE = "storage.table";

    public DeclaredSchema {
        fields = List.copyOf(fields);
        metadata = Map.copyOf(metadata);
    }

    /** The name of all its versions. */
    public String qualifiedName() {
        return namespace + "." + name;
    }

    /** The table or view that has the rows, as the compiled schema names it; null when the schema only describes. */
    public @Nullable String table() {
        return metadata.get(TABLE);
    }
}
