package io.fraiseql.server.config;

import java.util.List;
import java.util.Map;

/**
 * One value of the configuration as it was written, before references are resolved.
 *
 * @param kind which of the other components counts
 * @param place where it was written: {@code line 12}, {@code -Ddw.graphql.maxDepth}, or the word {@code default}
 * @param text the scalar's text
 * @param plain whether the scalar was written without quotes
 * @param items the sequence's values
 * @param entries the mapping's values in written order
 */
record ConfigNode(
        Kind kind, String place, String text, boolean plain, List<ConfigNode> items, Map<String, ConfigNode> entries) {

    enum Kind {
        NULL,
        SCALAR,
        SEQUENCE,
        MAPPING
    }

    static ConfigNode nothing(String place) {
        return new ConfigNode(Kind.NULL, place, "", true, List.of(), Map.of());
    }

    static ConfigNode scalar(String place, String text, boolean plain) {
        return new ConfigNode(Kind.SCALAR, place, text, plain, List.of(), Map.of());
    }

    static ConfigNode sequence(String place, List<ConfigNode> items) {
        return new ConfigNode(Kind.SEQUENCE, place, "", true, items, Map.of());
    }

    static ConfigNode mapping(String place, Map<String, ConfigNode> entries) {
        return new ConfigNode(Kind.MAPPING, place, "", true, List.of(), entries);
    }

    /** How the operator sees this kind of value. */
    String describe() {
        return switch (kind) {
            case NULL -> "nothing";
            case SCALAR -> "a single value";
            case SEQUENCE -> "a list";
            case MAPPING -> "a section of keys";
        };
    }
}
