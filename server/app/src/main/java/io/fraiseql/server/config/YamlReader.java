package io.fraiseql.server.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML text into {@link ConfigNode}s that know their lines. */
final class YamlReader {

    private static final int MAX_DEPTH = 50;

    private final ConfigProblems problems;

    YamlReader(ConfigProblems problems) {
        this.problems = problems;
    }

    /** Reads a file; syntax errors and repeated keys are noted as problems. */
    ConfigNode read(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return root == null ? ConfigNode.mapping("line 1", Map.of()) : convert(root, "", 0, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add("", "line " + line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add("", "line 1", "is not YAML: " + e.getMessage());
        }
        return ConfigNode.mapping("line 1", Map.of());
    }

    /** Reads a value written outside the file, in YAML's flow style. */
    ConfigNode readFlow(String text, String path, String place) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return root == null ? ConfigNode.scalar(place, text, false) : convert(root, path, 0, place);
        } catch (YAMLException e) {
            problems.add(path, place, "'" + text + "' is not a YAML value");
            return ConfigNode.nothing(place);
        }
    }

    private ConfigNode convert(Node node, String path, int depth, String fixedPlace) {
        String place = fixedPlace.isEmpty() ? "line " + (node.getStartMark().getLine() + 1) : fixedPlace;
        if (depth > MAX_DEPTH) {
            problems.add(path, place, "is nested too deeply");
            return ConfigNode.nothing(place);
        }
        return switch (node.getNodeId()) {
            case scalar -> scalar((ScalarNode) node, place);
            case sequence -> sequence((SequenceNode) node, path, depth, place, fixedPlace);
            case mapping -> mapping((MappingNode) node, path, depth, place, fixedPlace);
            case anchor -> throw new IllegalStateException("composed trees have no anchors");
        };
    }

    private static ConfigNode scalar(ScalarNode node, String place) {
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        return plain && node.getTag().equals(Tag.NULL)
                ? ConfigNode.nothing(place)
                : ConfigNode.scalar(place, node.getValue(), plain);
    }

    private ConfigNode sequence(SequenceNode node, String path, int depth, String place, String fixedPlace) {
        List<ConfigNode> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(convert(item, path + "[" + items.size() + "]", depth + 1, fixedPlace));
        }
        return ConfigNode.sequence(place, items);
    }

    private ConfigNode mapping(MappingNode node, String path, int depth, String place, String fixedPlace) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(path, place, "has a key that is not a word");
                continue;
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            ConfigNode value = convert(tuple.getValueNode(), child, depth + 1, fixedPlace);
            if (entries.putIfAbsent(key.getValue(), value) != null) {
                problems.add(child, "line " + (key.getStartMark().getLine() + 1), "is written twice");
            }
        }
        return ConfigNode.mapping(place, entries);
    }
}
