package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Makes the mutations of each table that has a key: create, update and delete of one row and of many, and upsert. */
final class Mutations {

    private final FreeNames names;

    Mutations(List<String> notes) {
        this.names = new FreeNames(Set.of(), notes);
    }

    ArrayNode of(Collection<NamedTable> tables) {
        ArrayNode mutations = JsonNodeFactory.instance.arrayNode();
        for (NamedTable table : tables) {
            if (table.hasKey() && !table.table().view()) {
                addAll(table, mutations);
            }
        }
        return mutations;
    }

    private void addAll(NamedTable table, ArrayNode mutations) {
        add(table, "create", "CREATE", false, mutations);
        add(table, "create", "CREATE", true, mutations);
        if (hasMoreThanKey(table)) {
            add(table, "update", "UPDATE", false, mutations);
            add(table, "update", "UPDATE", true, mutations);
        }
        add(table, "delete", "DELETE", false, mutations);
        add(table, "delete", "DELETE", true, mutations);
        add(table, "upsert", "UPSERT", false, mutations);
    }

    private static boolean hasMoreThanKey(NamedTable table) {
        return table.table().columns().stream()
                .filter(column -> column.type() != null && !column.sql().generated())
                .map(Column::name)
                .anyMatch(name -> !table.table().primaryKey().contains(name));
    }

    private void add(NamedTable table, String verb, String operation, boolean many, ArrayNode mutations) {
        String one = verb + table.type();
        String plural = verb + Names.upperFirst(Words.of(table.type()).plural().camelCase());
        List<String> wanted =
                many ? List.of(plural.equals(one) ? one + "List" : plural, one + "List") : List.of(one, one + "ByKey");
        String name = names.take("the mutation " + verb + " of " + table.type(), wanted);
        ObjectNode mutation = mutations.addObject();
        mutation.put("name", name);
        mutation.put("return_type", table.type());
        if (many) {
            mutation.put("returns_list", true);
        }
        mutation.put("table", table.name().source());
        mutation.put("operation", operation);
    }
}
