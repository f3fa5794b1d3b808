package io.fraiseql.distribution.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The shop in memory, written from its description alone: what each mutation must answer, leave in the tables and tell in events. */
final class WriteOracle {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A broken constraint. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A table.
     *
     * @param defaults the fields in order, each with what a row gets that does not give it
     * @param refers the field that refers to a row of another table, by that table; empty for none
     */
    record Table(
            String type,
            List<String> key,
            Map<String, JsonNode> defaults,
            List<String> unique,
            Map<String, String> refers) {}

    static final Map<String, Table> TABLES = Map.of(
            "Author", new Table("Author", List.of("id"), fields("id", "name", "born"), List.of("name"), Map.of()),
            "Book",
                    new Table(
                            "Book",
                            List.of("id"),
                            fields("id", "authorId", "title", "price", "note", "pages", "cents"),
                            List.of(),
                            Map.of("Author", "authorId")),
            "Stock",
                    new Table(
                            "Stock", List.of("shop", "shelf"), fields("shop", "shelf", "amount"), List.of(), Map.of()));

    private final Map<String, Map<String, ObjectNode>> rows = new TreeMap<>();
    final List<ObjectNode> events = new ArrayList<>();

    WriteOracle() {
        TABLES.keySet().forEach(type -> rows.put(type, new LinkedHashMap<>()));
    }

    private static Map<String, JsonNode> fields(String... names) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, name.equals("price") ? NODES.textNode("9.50") : NullNode.instance);
        }
        return fields;
    }

    /** The rows of a table in key order. */
    List<ObjectNode> rows(String type) {
        Comparator<ObjectNode> order = (a, b) -> 0;
        for (String key : TABLES.get(type).key()) {
            order = order.thenComparing((a, b) -> a.get(key).isInt()
                    ? Integer.compare(a.get(key).intValue(), b.get(key).intValue())
                    : a.get(key).textValue().compareTo(b.get(key).textValue()));
        }
        return rows.get(type).values().stream().sorted(order).toList();
    }

    List<ObjectNode> matching(String type, Predicate<ObjectNode> filter) {
        return rows(type).stream().filter(filter).toList();
    }

    ObjectNode find(String type, ObjectNode key) {
        return rows.get(type).get(id(type, key));
    }

    /** Runs a mutation whole, or not at all. */
    <T> T atomically(Supplier<T> mutation) {
        Map<String, Map<String, ObjectNode>> before = new TreeMap<>();
        rows.forEach((type, table) -> before.put(type, new LinkedHashMap<>(table)));
        int told = events.size();
        try {
            return mutation.get();
        } catch (Broken e) {
            rows.putAll(before);
            events.subList(told, events.size()).clear();
            throw e;
        }
    }

    ObjectNode insert(String type, ObjectNode input) {
        Table table = TABLES.get(type);
        ObjectNode row = NODES.objectNode();
        table.defaults().forEach((field, value) -> row.set(field, input.has(field) ? input.get(field) : value));
        derive(row);
        if (rows.get(type).containsKey(id(type, row))) {
            throw new Broken();
        }
        check(type, row, null);
        rows.get(type).put(id(type, row), row);
        tell(type, "INSERT", null, row);
        return row;
    }

    ObjectNode update(String type, ObjectNode before, ObjectNode set) {
        ObjectNode after = before.deepCopy();
        after.setAll(set);
        derive(after);
        check(type, after, before);
        rows.get(type).put(id(type, after), after);
        tell(type, "UPDATE", before, after);
        return after;
    }

    void delete(String type, ObjectNode row) {
        if (type.equals("Author")
                && rows.get("Book").values().stream()
                        .anyMatch(book -> book.get("authorId").equals(row.get("id")))) {
            throw new Broken();
        }
        rows.get(type).remove(id(type, row));
        tell(type, "DELETE", row, null);
    }

    private void check(String type, ObjectNode row, ObjectNode itself) {
        Table table = TABLES.get(type);
        for (String unique : table.unique()) {
            boolean taken = rows.get(type).values().stream()
                    .anyMatch(other -> other != itself && other.get(unique).equals(row.get(unique)));
            if (taken) {
                throw new Broken();
            }
        }
        table.refers().forEach((target, field) -> {
            if (rows.get(target).values().stream()
                    .noneMatch(other -> other.get("id").equals(row.get(field)))) {
                throw new Broken();
            }
        });
        for (String required : List.of("name", "title", "price")) {
            if (row.has(required) && row.get(required).isNull()) {
                throw new Broken();
            }
        }
    }

    private static void derive(ObjectNode row) {
        if (row.has("cents")) {
            JsonNode pages = row.get("pages");
            row.set("cents", pages.isNull() ? pages : NODES.textNode(String.valueOf(pages.intValue() * 100)));
        }
    }

    private void tell(String type, String kind, ObjectNode before, ObjectNode after) {
        ObjectNode event = NODES.objectNode();
        event.put("type", type)
                .put("id", id(type, after == null ? before : after))
                .put("kind", kind);
        event.set("data", after == null ? NullNode.instance : after);
        event.set("before", before == null ? NullNode.instance : before);
        event.set("changed", before == null || after == null ? NullNode.instance : changed(before, after));
        events.add(event);
    }

    private static ArrayNode changed(ObjectNode before, ObjectNode after) {
        ArrayNode changed = NODES.arrayNode();
        before.fieldNames().forEachRemaining(field -> {
            if (!before.get(field).equals(after.get(field))) {
                changed.add(field);
            }
        });
        return changed;
    }

    static String id(String type, ObjectNode row) {
        List<String> key = TABLES.get(type).key();
        if (key.size() == 1) {
            return row.get(key.get(0)).asText();
        }
        ArrayNode id = NODES.arrayNode();
        key.forEach(field -> id.add(row.get(field)));
        return id.toString();
    }
}
