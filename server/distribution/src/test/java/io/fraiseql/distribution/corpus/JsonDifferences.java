package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two JSON values differ: kinds of values, texts, numbers by value, lengths and order of lists, names and order of an
 * object's members.
 */
final class JsonDifferences {

    /** Reads numbers exactly and refuses an object with the same name twice. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int MOST = 10;
    private static final int WIDTH = 120;

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNumberLength(2_000).build());
    }

    private final List<String> found = new ArrayList<>();

    private JsonDifferences() {}

    /** The differences, each as {@code path: expected …, got …}; at most ten. */
    static List<String> between(JsonNode expected, JsonNode actual) {
        JsonDifferences differences = new JsonDifferences();
        differences.compare("data", expected, actual);
        return differences.found;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (found.size() >= MOST) {
            return;
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            differ(path, expected, actual);
        } else if (expected.isObject()) {
            compareObjects(path, expected, actual);
        } else if (expected.isArray()) {
            compareLists(path, expected, actual);
        } else if (expected.isNumber() ? !sameNumber(expected, actual) : !expected.equals(actual)) {
            differ(path, expected, actual);
        }
    }

    private void compareObjects(String path, JsonNode expected, JsonNode actual) {
        List<String> names = names(expected);
        if (!names.equals(names(actual))) {
            found.add(path + ": expected the members " + names + ", got " + names(actual));
            return;
        }
        names.forEach(name -> compare(path + "." + name, expected.get(name), actual.get(name)));
    }

    private void compareLists(String path, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            found.add(path + ": expected " + expected.size() + " elements, got " + actual.size());
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            compare(path + "[" + i + "]", expected.get(i), actual.get(i));
        }
    }

    /** Whole numbers exactly; others as the doubles they are, since 5e-324 and 4.9e-324 are the same one. */
    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        if (expected.decimalValue().compareTo(actual.decimalValue()) == 0) {
            return true;
        }
        return !(expected.isIntegralNumber() && actual.isIntegralNumber())
                && Double.compare(expected.doubleValue(), actual.doubleValue()) == 0;
    }

    private void differ(String path, JsonNode expected, JsonNode actual) {
        found.add(path + ": expected " + shortened(expected) + ", got " + shortened(actual));
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "…";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
