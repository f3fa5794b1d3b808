package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the authored schema of a database that is already there. Called by {@code introspect}; thread-safe. */
public final class SchemaGenerator {

    private final Set<String> scalars;

    /**
     * @param scalars the scalars there are, by name; no type gets such a name
     */
    public SchemaGenerator(Map<String, ScalarType> scalars) {
        this.scalars = Set.copyOf(scalars.keySet());
    }

    /**
     * Makes a type for each table and view, relations both ways along foreign keys, queries and, where wanted, mutations.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException when a rename is for nothing or to no legal name
     */
    public GeneratedSchema generate(DatabaseSchema database, IntrospectOptions options) {
        List<String> notes = new ArrayList<>();
        List<Table> tables = readable(new TableSelection(options, notes).pick(database.tables()), notes);
        List<EnumType> used = used(database.enums(), tables);
        Renames renames = new Renames(options.renames(), tables);
        TypeNames typeNames = new TypeNames(tables, used, scalars, renames, notes);
        Map<TableName, NamedTable> named = named(tables, typeNames, new FieldNames(renames, notes), notes);
        EnumTypes enums = new EnumTypes(used, typeNames, notes);
        ColumnFields columns = new ColumnFields(enums);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", "2.0.0");
        root.put("naming_convention", "camelCase");
        root.set("types", types(named, columns, new RelationFields(named, notes), notes));
        ArrayNode enumNodes = enums.nodes();
        if (!enumNodes.isEmpty()) {
            root.set("enums", enumNodes);
        }
        root.set("queries", new Queries(columns, notes).of(named.values()));
        if (options.mutations()) {
            root.set("mutations", new Mutations(notes).of(named.values()));
        }
        return new GeneratedSchema(root, notes);
    }

    private static List<Table> readable(List<Table> tables, List<String> notes) {
        List<Table> readable = new ArrayList<>();
        for (Table table : tables) {
            if (table.columns().stream().anyMatch(column -> column.type() != null)) {
                readable.add(table);
            } else {
                notes.add(TableName.of(table).text() + " is left out, because none of its columns can be read");
            }
        }
        if (readable.isEmpty()) {
            notes.add("there is no table to make a type of, so the schema is empty");
        }
        return readable;
    }

    private static List<EnumType> used(List<EnumType> enums, List<Table> tables) {
        Set<TableName> names = new HashSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                String name = column.enumName();
                if (name != null) {
                    names.add(new TableName(column.enumSchema(), name));
                }
            }
        }
        return enums.stream()
                .filter(type -> names.contains(new TableName(type.schema(), type.name())))
                .toList();
    }

    private static Map<TableName, NamedTable> named(
            List<Table> tables, TypeNames typeNames, FieldNames fieldNames, List<String> notes) {
        Map<TableName, String> types = typeNames.tables(tables);
        Map<TableName, NamedTable> named = new LinkedHashMap<>();
        for (Table table : tables) {
            TableName name = TableName.of(table);
            NamedTable one = new NamedTable(table, String.valueOf(types.get(name)), fieldNames.of(table));
            if (!table.primaryKey().isEmpty() && !one.hasKey()) {
                notes.add(name.text() + " has no query by key, because its key cannot be read");
            }
            named.put(name, one);
        }
        return named;
    }

    private static void relay(ObjectNode type, NamedTable table, List<String> notes) {
        if (table.fields().containsValue("nodeId")) {
            notes.add("the type of " + table.name().text() + " has no `relay`, because a column is called `nodeId`");
        } else {
            type.put("relay", true);
        }
    }

    private static ArrayNode types(
            Map<TableName, NamedTable> tables, ColumnFields columns, RelationFields relations, List<String> notes) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        for (NamedTable table : tables.values()) {
            ObjectNode type = types.addObject();
            type.put("name", table.type());
            ColumnFields.putText(type, "description", table.table().comment());
            type.put("sql_source", table.name().source());
            type.put("source_kind", "columns");
            if (table.hasKey()) {
                type.set("primary_key", RelationFields.texts(table.table().primaryKey()));
                relay(type, table, notes);
            }
            type.put("aggregate", true);
            ArrayNode fields = type.putArray("fields");
            columns.of(table).forEach(fields::add);
            relations.of(table).forEach(fields::add);
        }
        return types;
    }
}
