package io.fraiseql.distribution.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values as literals or variables, and the document around a selection. */
final class DocumentWriter {

    private final Dice dice;
    private final List<String> definitions = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final List<String> fragments = new ArrayList<>();
    private int names;

    DocumentWriter(Dice dice) {
        this.dice = dice;
    }

    String nextName(String prefix) {
        return prefix + names++;
    }

    void fragment(String text) {
        fragments.add(text);
    }

    /** The reference to a new variable. */
    String variable(String type, Object value) {
        String name = nextName("v");
        definitions.add("$" + name + ": " + type);
        variables.put(name, value);
        return "$" + name;
    }

    /** The reference to a variable that the request leaves out. */
    String absent(String type) {
        String name = nextName("v");
        definitions.add("$" + name + ": " + type);
        return "$" + name;
    }

    /** The reference to a variable that takes its default. */
    String defaulted(String type, String literal) {
        String name = nextName("v");
        definitions.add("$" + name + ": " + type + " = " + literal);
        return "$" + name;
    }

    String write(Input input) {
        if (input instanceof Input.Leaf leaf) {
            return leaf(leaf);
        }
        if (input instanceof Input.Leaves list) {
            return dice.percent(40)
                    ? variable("[" + list.element() + "!]!", list.raw())
                    : list.raw().stream()
                            .map(raw -> list.isEnum() ? raw.toString() : literal(raw))
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        if (input instanceof Input.Items list) {
            return dice.percent(15)
                    ? variable("[" + list.element() + "!]", list.raw())
                    : list.items().stream().map(this::write).collect(Collectors.joining(", ", "[", "]"));
        }
        Input.Members object = (Input.Members) input;
        if (dice.percent(12)) {
            return variable(object.type() + "!", object.raw());
        }
        return object.members().entrySet().stream()
                .map(member -> member.getKey() + ": " + write(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String leaf(Input.Leaf leaf) {
        String literal = leaf.isEnum() ? leaf.raw().toString() : literal(leaf.raw());
        if (dice.percent(35)) {
            return variable(leaf.type() + "!", leaf.raw());
        }
        return dice.percent(5) ? defaulted(leaf.type(), literal) : literal;
    }

    static String literal(Object raw) {
        if (raw instanceof String text) {
            return string(text);
        }
        if (raw instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + ": " + literal(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (raw instanceof List<?> items) {
            return items.stream().map(DocumentWriter::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        return raw instanceof BigDecimal number ? number.toString() : String.valueOf(raw);
    }

    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append((char) unit);
            } else if (unit < ' ') {
                out.append(String.format("\\u%04x", unit));
            } else {
                out.append((char) unit);
            }
        });
        return out.append('"').toString();
    }

    Operation document(String selection) {
        String head = definitions.isEmpty() ? "query" : "query Random(" + String.join(", ", definitions) + ")";
        return new Operation(head + " " + selection + "\n" + String.join("\n", fragments), variables);
    }
}
