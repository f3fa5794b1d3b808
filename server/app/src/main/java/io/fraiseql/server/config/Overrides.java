package io.fraiseql.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code -Ddw.key=value} over the file. Keys are written with dots and {@code [n]} for the items of a list that the file
 * has; a value that starts with {@code [} or an opening brace is read as YAML, anything else is taken as it is.
 */
final class Overrides {

    private static final String PREFIX = "dw.";
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");

    private final ConfigProblems problems;

    Overrides(ConfigProblems problems) {
        this.problems = problems;
    }

    ConfigNode apply(ConfigNode root, Map<String, String> properties) {
        ConfigNode result = root;
        for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
            if (property.getKey().startsWith(PREFIX)) {
                String path = property.getKey().substring(PREFIX.length());
                String place = "-D" + property.getKey();
                result = put(result, steps(path), value(property.getValue(), path, place), path);
            }
        }
        return result;
    }

    private ConfigNode value(String text, String path, String place) {
        return text.startsWith("[") || text.startsWith("{")
                ? new YamlReader(problems).readFlow(text, path, place)
                : ConfigNode.scalar(place, text, true);
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        return steps;
    }

    private ConfigNode put(ConfigNode node, List<String> steps, ConfigNode value, String path) {
        if (steps.isEmpty()) {
            return value;
        }
        List<String> rest = steps.subList(1, steps.size());
        return steps.get(0).startsWith("[")
                ? putItem(
                        node,
                        Integer.parseInt(steps.get(0).substring(1, steps.get(0).length() - 1)),
                        rest,
                        value,
                        path)
                : putEntry(node, steps.get(0), rest, value, path);
    }

    private ConfigNode putItem(ConfigNode node, int index, List<String> rest, ConfigNode value, String path) {
        if (index >= node.items().size()) {
            problems.add(path, value.place(), "there is no item [" + index + "] in the file to set");
            return node;
        }
        List<ConfigNode> items = new ArrayList<>(node.items());
        items.set(index, put(items.get(index), rest, value, path));
        return ConfigNode.sequence(node.place(), items);
    }

    private ConfigNode putEntry(ConfigNode node, String key, List<String> rest, ConfigNode value, String path) {
        if (node.kind() == ConfigNode.Kind.SEQUENCE || node.kind() == ConfigNode.Kind.SCALAR) {
            problems.add(path, value.place(), "the file has " + node.describe() + " where '" + key + "' would be set");
            return node;
        }
        Map<String, ConfigNode> entries = new LinkedHashMap<>(node.entries());
        ConfigNode child = entries.getOrDefault(key, ConfigNode.nothing(value.place()));
        entries.put(key, put(child, rest, value, path));
        return ConfigNode.mapping(node.kind() == ConfigNode.Kind.NULL ? value.place() : node.place(), entries);
    }
}
