package io.fraiseql.distribution.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes a window, as the schema declares it, over answered groups. */
final class WindowOracle {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode window;
    private final List<String> keys;
    private final int digits;

    /**
     * @param keys that groups have, in order
     * @param digits that an average has behind the point
     */
    WindowOracle(JsonNode window, List<String> keys, int digits) {
        this.window = window;
        this.keys = keys;
        this.digits = digits;
    }

    JsonNode of(JsonNode group, List<JsonNode> groups) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode other : groups) {
            if (sameKeys(group, other)) {
                rows.add(other);
            }
        }
        rows.sort(declared().thenComparing(byKeys()));
        int place = rows.indexOf(group);
        String function = window.get("function").asText();
        return switch (function) {
            case "row_number" -> NODES.numberNode(place + 1);
            case "rank" -> NODES.numberNode(1 + before(group, rows).size());
            case "dense_rank" -> NODES.numberNode(1 + classes(before(group, rows)));
            case "lag" -> at(rows, place - window.path("offset").asInt(1));
            case "lead" -> at(rows, place + window.path("offset").asInt(1));
            default -> framed(function, frame(rows, place, function.endsWith("_value")));
        };
    }

    private boolean sameKeys(JsonNode group, JsonNode other) {
        for (JsonNode key : window.path("partition_by")) {
            if (!group.get("keys").get(key.asText()).equals(other.get("keys").get(key.asText()))) {
                return false;
            }
        }
        return true;
    }

    private List<JsonNode> before(JsonNode group, List<JsonNode> rows) {
        return rows.stream()
                .filter(other -> declared().compare(other, group) < 0)
                .toList();
    }

    private int classes(List<JsonNode> rows) {
        int classes = 0;
        for (int i = 0; i < rows.size(); i++) {
            classes += i == 0 || declared().compare(rows.get(i - 1), rows.get(i)) != 0 ? 1 : 0;
        }
        return classes;
    }

    private JsonNode at(List<JsonNode> rows, int place) {
        return place < 0 || place >= rows.size()
                ? NODES.nullNode()
                : value(rows.get(place), window.get("of").asText());
    }

    /** The peers of a row are those that the declared order does not tell from it, unless the keys decide too. */
    private List<JsonNode> frame(List<JsonNode> rows, int place, boolean decided) {
        JsonNode frame = window.path("frame");
        if (frame.path("unit").asText().equals("rows")) {
            int from = frame.has("from") ? Math.max(0, place + frame.get("from").asInt()) : 0;
            int to = frame.has("to")
                    ? Math.min(rows.size(), place + frame.get("to").asInt() + 1)
                    : rows.size();
            return from < to ? rows.subList(from, to) : List.of();
        }
        if (frame.isMissingNode() && window.path("order_by").isEmpty()) {
            return rows;
        }
        Comparator<JsonNode> order = decided ? declared().thenComparing(byKeys()) : declared();
        JsonNode row = rows.get(place);
        boolean fromFirst = !frame.has("from");
        boolean toLast = !frame.isMissingNode() && !frame.has("to");
        return rows.stream()
                .filter(other ->
                        (fromFirst || order.compare(other, row) >= 0) && (toLast || order.compare(other, row) <= 0))
                .toList();
    }

    private JsonNode framed(String function, List<JsonNode> rows) {
        if (function.equals("count") && !window.has("of")) {
            return NODES.numberNode(rows.size());
        }
        String of = window.get("of").asText();
        if (function.endsWith("_value")) {
            return rows.isEmpty()
                    ? NODES.nullNode()
                    : value(rows.get(function.startsWith("first") ? 0 : rows.size() - 1), of);
        }
        List<JsonNode> values = rows.stream()
                .map(row -> value(row, of))
                .filter(value -> !value.isNull())
                .toList();
        if (function.equals("count")) {
            return NODES.numberNode(values.size());
        }
        if (values.isEmpty()) {
            return NODES.nullNode();
        }
        BigDecimal sum = function.length() == 3 && !function.startsWith("m")
                ? values.stream().map(value -> new BigDecimal(value.asText())).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
        return switch (function) {
            case "sum" -> NODES.textNode(sum.toPlainString());
            case "avg" ->
                NODES.textNode(sum.divide(BigDecimal.valueOf(values.size()), digits, RoundingMode.HALF_UP)
                        .toPlainString());
            case "min" -> values.stream().min(WindowOracle::compare).orElseThrow();
            default -> values.stream().max(WindowOracle::compare).orElseThrow();
        };
    }

    private Comparator<JsonNode> declared() {
        Comparator<JsonNode> order = (a, b) -> 0;
        for (JsonNode term : window.path("order_by")) {
            order = order.thenComparing(
                    by(term.get("by").asText(), term.path("direction").asText("ASC")));
        }
        return order;
    }

    private Comparator<JsonNode> byKeys() {
        Comparator<JsonNode> order = (a, b) -> 0;
        for (String key : keys) {
            order = order.thenComparing(by("keys." + key, "ASC"));
        }
        return order;
    }

    private static Comparator<JsonNode> by(String path, String direction) {
        boolean nullsFirst = direction.equals("DESC") || direction.endsWith("NULLS_FIRST");
        Comparator<JsonNode> values = direction.startsWith("DESC") ? (a, b) -> compare(b, a) : WindowOracle::compare;
        return Comparator.comparing(
                group -> nullable(value(group, path)),
                nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values));
    }

    private static @Nullable JsonNode nullable(JsonNode value) {
        return value.isNull() ? null : value;
    }

    private static int compare(JsonNode a, JsonNode b) {
        boolean numbers = number(a) && number(b);
        return numbers
                ? new BigDecimal(a.asText()).compareTo(new BigDecimal(b.asText()))
                : a.asText().compareTo(b.asText());
    }

    private static boolean number(JsonNode value) {
        return value.asText().matches("-?\\d+(\\.\\d+)?");
    }

    private static JsonNode value(JsonNode group, String path) {
        JsonNode value = group;
        for (String part : path.split("\\.", -1)) {
            value = value.get(part);
        }
        return value;
    }
}
