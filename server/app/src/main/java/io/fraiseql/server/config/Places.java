package io.fraiseql.server.config;

import com.fasterxml.jackson.core.JsonPointer;
import io.fraiseql.spi.Nullable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a key of Dropwizard's sections was written. */
record Places(ConfigNode root) {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    /** The node at a path, or the nearest one above it that was written. */
    ConfigNode at(String path) {
        ConfigNode node = root;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            ConfigNode child = step.group(2) == null
                    ? node.entries().get(step.group(1))
                    : item(node, Integer.parseInt(step.group(2)));
            if (child == null) {
                return node;
            }
            node = child;
        }
        return node;
    }

    private static @Nullable ConfigNode item(ConfigNode node, int index) {
        return index < node.items().size() ? node.items().get(index) : null;
    }

    /** A pointer such as {@code /server/applicationConnectors/0/port} as the path {@code server.applicationConnectors[0].port}. */
    static String dotted(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
