package io.fraiseql.distribution.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Draws a mutation: its document, and what the oracle answers to it. Values come from few, so that keys and constraints meet. */
final class RandomWrite {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int KEYS = 6;

    private final Random random;
    private final WriteOracle oracle;

    RandomWrite(Random random, WriteOracle oracle) {
        this.random = random;
        this.oracle = oracle;
    }

    /**
     * A mutation.
     *
     * @param data what it must answer; null when it must be refused for a constraint
     */
    record Drawn(String document, JsonNode data) {}

    Drawn next() {
        String type = List.of("Author", "Book", "Stock").get(random.nextInt(3));
        return switch (random.nextInt(7)) {
            case 0, 1 -> one(type, "create" + type, row(type), oracle::insert);
            case 2 -> one(type, "upsert" + type, row(type), this::upsert);
            case 3 -> createMany(type);
            case 4 -> update(type);
            case 5 -> many(type, random.nextBoolean());
            default -> delete(type);
        };
    }

    private interface Write {
        ObjectNode run(String type, ObjectNode input);
    }

    private Drawn one(String type, String name, ObjectNode input, Write write) {
        String document = "mutation { w: " + name + "(input: " + literal(input) + ") " + selection(type) + " }";
        return drawn(document, () -> write.run(type, input));
    }

    private Drawn drawn(String document, Supplier<JsonNode> write) {
        try {
            JsonNode value = oracle.atomically(write);
            return new Drawn(document, NODES.objectNode().set("w", value == null ? NullNode.instance : value));
        } catch (WriteOracle.Broken e) {
            return new Drawn(document, null);
        }
    }

    private ObjectNode upsert(String type, ObjectNode input) {
        ObjectNode there = oracle.find(type, input);
        if (there == null) {
            return oracle.insert(type, input);
        }
        ObjectNode set = input.deepCopy();
        set.remove(WriteOracle.TABLES.get(type).key());
        return oracle.update(type, there, set);
    }

    private Drawn createMany(String type) {
        List<ObjectNode> inputs = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            inputs.add(row(type));
        }
        String list = inputs.stream().map(RandomWrite::literal).collect(Collectors.joining(", ", "[", "]"));
        return drawn(
                result("create" + type + "s(inputs: " + list + ")", type),
                () -> answer(
                        inputs.stream().map(input -> oracle.insert(type, input)).toList()));
    }

    private Drawn update(String type) {
        ObjectNode key = key(type);
        ObjectNode set = set(type);
        String document = "mutation { w: update" + type + "(" + arguments(key) + ", set: " + literal(set) + ") "
                + selection(type) + " }";
        return drawn(document, () -> {
            ObjectNode there = oracle.find(type, key);
            return there == null ? null : oracle.update(type, there, set);
        });
    }

    private Drawn delete(String type) {
        ObjectNode key = key(type);
        return drawn("mutation { w: delete" + type + "(" + arguments(key) + ") " + selection(type) + " }", () -> {
            ObjectNode there = oracle.find(type, key);
            if (there != null) {
                oracle.delete(type, there);
            }
            return there;
        });
    }

    private Drawn many(String type, boolean deletes) {
        String field = WriteOracle.TABLES.get(type).key().get(type.equals("Stock") ? 1 : 0);
        int bound = random.nextInt(KEYS);
        boolean below = random.nextBoolean();
        Predicate<ObjectNode> exact = below
                ? row -> row.get(field).intValue() < bound
                : row -> row.get(field).intValue() >= bound;
        String where = "where: {" + field + ": {" + (below ? "lt" : "gte") + ": " + bound + "}}";
        if (deletes) {
            return drawn(result("delete" + type + "s(" + where + ")", type), () -> {
                List<ObjectNode> rows = oracle.matching(type, exact);
                rows.forEach(row -> oracle.delete(type, row));
                return answer(rows);
            });
        }
        ObjectNode set = set(type);
        set.remove("name");
        if (set.isEmpty()) {
            set.set("born", NullNode.instance);
        }
        return drawn(
                result("update" + type + "s(" + where + ", set: " + literal(set) + ")", type),
                () -> answer(oracle.matching(type, exact).stream()
                        .map(row -> oracle.update(type, row, set))
                        .toList()));
    }

    private static JsonNode answer(List<ObjectNode> rows) {
        ArrayNode returning = NODES.arrayNode().addAll(rows);
        return NODES.objectNode().put("affectedRows", rows.size()).set("returning", returning);
    }

    private static String result(String field, String type) {
        return "mutation { w: " + field + " { affectedRows returning " + selection(type) + " } }";
    }

    private static String selection(String type) {
        return "{ " + String.join(" ", WriteOracle.TABLES.get(type).defaults().keySet()) + " }";
    }

    private ObjectNode key(String type) {
        ObjectNode key = NODES.objectNode();
        if (type.equals("Stock")) {
            return key.put("shop", text()).put("shelf", random.nextInt(KEYS));
        }
        return key.put("id", random.nextInt(KEYS));
    }

    private ObjectNode row(String type) {
        ObjectNode row = key(type);
        row.setAll(set(type));
        switch (type) {
            case "Author" -> row.put("name", text() + random.nextInt(KEYS));
            case "Book" -> row.put("title", text()).put("authorId", random.nextInt(KEYS));
            default -> row.put("amount", random.nextInt(KEYS));
        }
        return row;
    }

    /** At least one new value. */
    private ObjectNode set(String type) {
        ObjectNode set = NODES.objectNode();
        switch (type) {
            case "Author" -> {
                maybe(
                        set,
                        "born",
                        random.nextBoolean()
                                ? NullNode.instance
                                : NODES.textNode("19" + (10 + random.nextInt(90)) + "-01-31"));
                maybe(set, "name", NODES.textNode(text() + random.nextInt(KEYS)));
            }
            case "Book" -> {
                maybe(set, "price", NODES.textNode(random.nextInt(100) + ".50"));
                maybe(set, "note", random.nextBoolean() ? NullNode.instance : NODES.textNode(text()));
                maybe(set, "pages", random.nextBoolean() ? NullNode.instance : NODES.numberNode(random.nextInt(500)));
                maybe(set, "authorId", NODES.numberNode(random.nextInt(KEYS)));
            }
            default -> {}
        }
        if (set.isEmpty()) {
            set.set(
                    type.equals("Author") ? "born" : type.equals("Book") ? "note" : "amount",
                    type.equals("Stock") ? NODES.numberNode(random.nextInt(KEYS)) : NullNode.instance);
        }
        return set;
    }

    private void maybe(ObjectNode set, String field, JsonNode value) {
        if (random.nextBoolean()) {
            set.set(field, value);
        }
    }

    private String text() {
        return List.of("a", "B", "é", "'q'", "x\"y").get(random.nextInt(5));
    }

    private static String arguments(ObjectNode key) {
        return key.properties().stream()
                .map(member -> member.getKey() + ": " + member.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String literal(ObjectNode input) {
        return "{" + arguments(input) + "}";
    }
}
