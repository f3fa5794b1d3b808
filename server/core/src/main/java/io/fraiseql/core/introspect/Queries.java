package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Makes the list query of each table and, where it has a key, the query of one row. */
final class Queries {

    private final ColumnFields columns;
    private final List<String> notes;

    Queries(ColumnFields columns, List<String> notes) {
        this.columns = columns;
        this.notes = notes;
    }

    ArrayNode of(Collection<NamedTable> tables) {
        FreeNames names = new FreeNames(Set.of("node", "nodes"), List.of("Connection", "Aggregate"), notes);
        ArrayNode queries = JsonNodeFactory.instance.arrayNode();
        for (NamedTable table : tables) {
            String one = Names.lowerFirst(table.type());
            String plural = Words.of(table.type()).plural().camelCase();
            String list = plural.equals(one) ? one + "List" : plural;
            ObjectNode all = query(names.take("the list query of " + table.type(), List.of(list, one + "List")), table);
            queries.add(all.put("returns_list", true));
            if (table.hasKey()) {
                String name = names.take("the query by key of " + table.type(), List.of(one, one + "ByKey"));
                queries.add(byKey(query(name, table), table));
            }
        }
        return queries;
    }

    private static ObjectNode query(String name, NamedTable table) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("return_type", table.type());
    }

    private ObjectNode byKey(ObjectNode query, NamedTable table) {
        ArrayNode arguments = query.putArray("arguments");
        for (String key : table.table().primaryKey()) {
            for (Column column : table.table().columns()) {
                ColumnType type = column.type();
                if (column.name().equals(key) && type != null) {
                    arguments
                            .addObject()
                            .put("name", table.field(key))
                            .put("type", columns.typeName(column, type))
                            .put("nullable", false);
                }
            }
        }
        return query;
    }
}
