package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the fields that lead from a table along foreign keys: to one row, to the rows that point here, and through links. */
final class RelationFields {

    private final Map<TableName, NamedTable> tables;
    private final Map<TableName, List<NamedTable>> children = new LinkedHashMap<>();
    private final List<String> notes;

    RelationFields(Map<TableName, NamedTable> tables, List<String> notes) {
        this.tables = tables;
        this.notes = notes;
        for (NamedTable child : tables.values()) {
            child.table().foreignKeys().stream()
                    .map(TableName::target)
                    .distinct()
                    .forEach(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                            .add(child));
        }
    }

    /** The fields of a table, in the order of foreign keys and of children. */
    List<ObjectNode> of(NamedTable table) {
        FreeNames names = new FreeNames(columns(table), List.of("Connection", "Aggregate"), notes);
        List<ObjectNode> fields = new ArrayList<>();
        for (ForeignKey key : table.table().foreignKeys()) {
            NamedTable target = tables.get(TableName.target(key));
            if (target == null) {
                notes.add(
                        "the foreign key " + key.name() + " of " + table.name().text() + " leads to "
                                + TableName.target(key).text() + ", which is not taken");
            } else {
                fields.add(toOne(table, key, target, names));
            }
        }
        List<NamedTable> pointing = children.getOrDefault(table.name(), List.of());
        pointing.forEach(
                child -> child.keysTo(table.name()).forEach(key -> fields.add(backwards(table, child, key, names))));
        pointing.stream().filter(NamedTable::isLink).forEach(link -> through(table, link, fields, names));
        return fields;
    }

    /** The names of the columns, and those whose connection or aggregate would have the name of one. */
    private static Set<String> columns(NamedTable table) {
        Set<String> taken = new HashSet<>(table.fields().values());
        for (String name : table.fields().values()) {
            String connected = QueryFields.connected(name);
            String aggregated = QueryFields.aggregated(name);
            if (connected != null) {
                taken.add(connected);
            }
            if (aggregated != null) {
                taken.add(aggregated);
            }
        }
        return taken;
    }

    private static ObjectNode toOne(NamedTable table, ForeignKey key, NamedTable target, FreeNames names) {
        String targetName = Names.lowerFirst(target.type());
        List<String> wanted = List.of(targetName, targetName + by(key));
        if (key.columns().size() == 1) {
            String column = key.columns().get(0);
            String stripped = Words.of(column).withoutId().camelCase();
            String longer = stripped + target.type();
            wanted = stripped.isEmpty() || stripped.equals(table.field(column))
                    ? List.of(longer)
                    : List.of(stripped, longer);
        }
        String name = names.take(describe(table, key), wanted);
        return field(name, target.type(), false, key.columns(), key.targetColumns(), null);
    }

    /** The rows that point here; one at most where the foreign key is unique. */
    private static ObjectNode backwards(NamedTable table, NamedTable child, ForeignKey key, FreeNames names) {
        boolean many = !child.isUnique(key.columns());
        String noun = many ? plural(child) : Names.lowerFirst(child.type());
        boolean only = child.keysTo(table.name()).size() == 1;
        List<String> wanted = only ? List.of(noun, noun + by(key)) : List.of(noun + by(key));
        String name = names.take(describe(child, key) + " backwards", wanted);
        return field(name, child.type(), many, key.targetColumns(), key.columns(), null);
    }

    private void through(NamedTable table, NamedTable link, List<ObjectNode> fields, FreeNames names) {
        for (ForeignKey near : link.keysTo(table.name())) {
            for (ForeignKey far : link.table().foreignKeys()) {
                NamedTable target = tables.get(TableName.target(far));
                if (far != near && target != null) {
                    String plural = plural(target);
                    boolean same = target.name().equals(table.name());
                    List<String> wanted =
                            same ? List.of(plural + by(far)) : List.of(plural, plural + "By" + link.type());
                    String name = names.take(describe(link, far) + " through the link", wanted);
                    ObjectNode through = JsonNodeFactory.instance.objectNode();
                    through.put("table", link.name().source());
                    through.set("from", texts(near.columns()));
                    through.set("to", texts(far.columns()));
                    fields.add(field(name, target.type(), true, near.targetColumns(), far.targetColumns(), through));
                }
            }
        }
    }

    private static String plural(NamedTable table) {
        return Words.of(table.type()).plural().camelCase();
    }

    private static String by(ForeignKey key) {
        return "By"
                + key.columns().stream()
                        .map(column -> Words.of(column).pascalCase())
                        .collect(Collectors.joining("And"));
    }

    private static String describe(NamedTable table, ForeignKey key) {
        return "the relation " + key.name() + " of " + table.name().text();
    }

    private static ObjectNode field(
            String name, String type, boolean many, List<String> from, List<String> to, @Nullable ObjectNode through) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("name", name);
        field.put("type", many ? "[" + type + "!]" : type);
        field.put("nullable", !many);
        ObjectNode relation = field.putObject("relation");
        relation.put("type", type);
        relation.put("cardinality", many ? "many" : "one");
        relation.set("from", texts(from));
        relation.set("to", texts(to));
        if (through != null) {
            relation.set("through", through);
        }
        return field;
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}
