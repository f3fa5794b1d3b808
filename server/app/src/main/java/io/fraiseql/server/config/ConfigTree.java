package io.fraiseql.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The same values as configuration and as JSON. */
final class ConfigTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})[.][0-9]{1,18}");

    private ConfigTree() {}

    /** References in texts stay as they are. */
    static JsonNode json(ConfigNode node) {
        return switch (node.kind()) {
            case NULL -> NODES.nullNode();
            case SCALAR -> scalar(node);
            case SEQUENCE -> {
                ArrayNode list = NODES.arrayNode();
                node.items().forEach(item -> list.add(json(item)));
                yield list;
            }
            case MAPPING -> {
                ObjectNode object = NODES.objectNode();
                node.entries().forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
        };
    }

    private static JsonNode scalar(ConfigNode node) {
        String text = node.text();
        if (!node.plain()) {
            return NODES.textNode(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return (int) number == number ? NODES.numberNode((int) number) : NODES.numberNode(number);
        }
        return DECIMAL.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : NODES.textNode(text);
    }

    static ConfigNode config(JsonNode node, String place) {
        if (node.isObject()) {
            Map<String, ConfigNode> entries = new LinkedHashMap<>();
            node.properties().forEach(entry -> entries.put(entry.getKey(), config(entry.getValue(), place)));
            return ConfigNode.mapping(place, entries);
        }
        if (node.isArray()) {
            List<ConfigNode> items = new ArrayList<>();
            node.forEach(item -> items.add(config(item, place)));
            return ConfigNode.sequence(place, items);
        }
        return node.isNull() ? ConfigNode.nothing(place) : ConfigNode.scalar(place, node.asText(), !node.isTextual());
    }
}
