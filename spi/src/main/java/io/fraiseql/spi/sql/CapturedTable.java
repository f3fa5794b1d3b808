package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table whose changes its own triggers note in the outbox: data, made by the engine's compiler.
 *
 * @param name in one or more parts (schema, name)
 * @param entity what events call its rows
 * @param columns the stored fields, in the order in which events have them
 * @param key the fields among them that identify a row, at least one
 */
public record CapturedTable(List<String> name, String entity, List<Column> columns, List<Column> key) {

    public CapturedTable {
        name = List.copyOf(name);
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * One stored field.
     *
     * @param field its name in events, a GraphQL name
     * @param name of the column
     * @param type of the value, or of the elements of a list
     * @param sql the declared type; null when unknown
     * @param list whether the column holds an array, or a list as JSON
     * @param names of an enum: what events write, by the stored text; empty for others
     */
    public record Column(
            String field,
            String name,
            ColumnType type,
            @Nullable SqlType sql,
            boolean list,
            Map<String, String> names) {
        public Column {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }
    }
}
