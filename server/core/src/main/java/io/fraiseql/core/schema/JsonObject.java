package io.fraiseql.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An object being read. Every key asked for is a known key; {@link #finish} then reports the others. A JSON null counts as absent.
 * Wrong types are reported and read as absent.
 */
public final class JsonObject {

    private final ObjectNode node;
    private final String at;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    public JsonObject(ObjectNode node, String at, Problems problems) {
        this.node = node;
        this.at = at;
        this.problems = problems;
    }

    /** The pointer to this object. */
    public String at() {
        return at;
    }

    /** Any value; null when absent. */
    public @Nullable JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    /** A string. */
    public @Nullable String text(String key) {
        return typed(key, JsonNode::isTextual, "a string", JsonNode::textValue);
    }

    /** A string that must be there and not be empty. */
    public @Nullable String requiredText(String key) {
        String text = text(key);
        if (text != null && text.isBlank()) {
            problems.add(Pointer.to(at, key), "`" + key + "` is empty");
            return null;
        }
        require(key);
        return text;
    }

    /** A boolean. */
    public @Nullable Boolean flag(String key) {
        return typed(key, JsonNode::isBoolean, "true or false", JsonNode::booleanValue);
    }

    /** A boolean with a default. */
    public boolean flag(String key, boolean otherwise) {
        Boolean flag = flag(key);
        return flag == null ? otherwise : flag;
    }

    /** A boolean that must be there. */
    public boolean requiredFlag(String key) {
        boolean flag = flag(key, false);
        require(key);
        return flag;
    }

    /** A whole number from 0. */
    public @Nullable Integer count(String key) {
        Predicate<JsonNode> fits =
                value -> value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
        return typed(key, fits, "a whole number from 0", JsonNode::intValue);
    }

    /** A whole number. */
    public @Nullable Integer integer(String key) {
        Predicate<JsonNode> fits = value -> value.isIntegralNumber() && value.canConvertToInt();
        return typed(key, fits, "a whole number", JsonNode::intValue);
    }

    /** A list of strings; empty when absent. */
    public List<String> texts(String key) {
        List<String> texts = typed(key, JsonObject::isTexts, "a list of strings", JsonObject::texts);
        return texts == null ? List.of() : texts;
    }

    /** An object. */
    public @Nullable JsonObject object(String key) {
        ObjectNode object = typed(key, JsonNode::isObject, "an object", value -> (ObjectNode) value);
        return object == null ? null : new JsonObject(object, Pointer.to(at, key), problems);
    }

    /** A list of objects, each read by a function that may give null; empty when absent. */
    public <T> List<T> objects(String key, Function<JsonObject, @Nullable T> read) {
        JsonNode list = typed(key, JsonNode::isArray, "a list of objects", value -> value);
        List<T> found = new ArrayList<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            String place = Pointer.to(Pointer.to(at, key), i);
            if (list.get(i) instanceof ObjectNode element) {
                T value = read.apply(new JsonObject(element, place, problems));
                if (value != null) {
                    found.add(value);
                }
            } else {
                problems.add(place, "must be an object, not " + kind(list.get(i)));
            }
        }
        return found;
    }

    /** A string or a map of strings by dialect. */
    public @Nullable ByDialect<String> textByDialect(String key) {
        return byDialect(
                key, value -> value.isTextual() && !value.textValue().isBlank(), "a string", JsonNode::textValue);
    }

    /** A list of strings or a map of such lists by dialect. */
    public @Nullable ByDialect<List<String>> textsByDialect(String key) {
        return byDialect(key, JsonObject::isTexts, "a list of strings", JsonObject::texts);
    }

    /** As {@link #textByDialect}, and must be there. */
    public @Nullable ByDialect<String> requiredTextByDialect(String key) {
        ByDialect<String> value = textByDialect(key);
        require(key);
        return value;
    }

    /** As {@link #textsByDialect}, and must be there. */
    public @Nullable ByDialect<List<String>> requiredTextsByDialect(String key) {
        ByDialect<List<String>> value = textsByDialect(key);
        require(key);
        return value;
    }

    /** Any value, without making its key a known one; null when absent. */
    public @Nullable JsonNode peek(String key) {
        return node.get(key);
    }

    private <T> @Nullable ByDialect<T> byDialect(
            String key, Predicate<JsonNode> fits, String expected, Function<JsonNode, T> read) {
        JsonNode value = value(key);
        if (value == null || !value.isObject()) {
            T same = typed(key, fits, expected + ", or an object with one by dialect", read);
            return same == null ? null : ByDialect.same(same);
        }
        JsonObject byDialect = new JsonObject((ObjectNode) value, Pointer.to(at, key), problems);
        Map<String, T> values = new LinkedHashMap<>();
        for (String dialect : byDialect.keys()) {
            T one = byDialect.typed(dialect, fits, expected, read);
            if (one != null) {
                values.put(dialect, one);
            }
        }
        return new ByDialect<>(values);
    }

    /** The keys of this object, in the order of the file. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Every member as an object, by key. */
    public <T> Map<String, T> entries(Function<JsonObject, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (String key : keys()) {
            JsonObject member = object(key);
            if (member != null) {
                entries.put(key, read.apply(member));
            }
        }
        return entries;
    }

    /** Every member as a string, by key. */
    public Map<String, String> textEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String key : keys()) {
            String text = requiredText(key);
            if (text != null) {
                entries.put(key, text);
            }
        }
        return entries;
    }

    /** A key this version does not serve: fine while it says nothing. */
    public void refuse(String key) {
        JsonNode value = value(key);
        refused.add(key);
        boolean silent = value == null
                || value.isContainerNode() && value.isEmpty()
                || value.isBoolean() && !value.booleanValue()
                || value.isTextual() && value.textValue().isEmpty();
        if (!silent) {
            problems.add(Pointer.to(at, key), "`" + key + "` is not supported by this version", "remove it");
        }
    }

    /** A flag that this version serves as true only, which it also is when it is left out. */
    void requireTrue(String key) {
        if (Boolean.FALSE.equals(flag(key))) {
            problems.add(Pointer.to(at, key), "`" + key + "` is always true in this version", "remove it");
        }
    }

    /**
     * Reports the keys nobody asked for.
     *
     * @param what this object is, with its article
     */
    public void finish(String what) {
        known.removeAll(refused);
        for (String key : keys()) {
            if (!known.contains(key) && !refused.contains(key)) {
                problems.addUnknown(Pointer.to(at, key), "`" + key + "` is not a key of " + what, key, known);
            }
        }
    }

    private void require(String key) {
        if (value(key) == null) {
            problems.add(at, "`" + key + "` is missing");
        }
    }

    private <T> @Nullable T typed(String key, Predicate<JsonNode> fits, String expected, Function<JsonNode, T> read) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!fits.test(value)) {
            problems.add(Pointer.to(at, key), "`" + key + "` must be " + expected + ", not " + kind(value));
            return null;
        }
        return read.apply(value);
    }

    private static boolean isTexts(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode element : value) {
            if (!element.isTextual() || element.textValue().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.textValue()));
        return List.copyOf(texts);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue().isBlank() ? "an empty string" : "a string";
            case NUMBER -> "the number " + value.asText();
            case BOOLEAN -> value.asText();
            case ARRAY -> value.isEmpty() ? "an empty list" : "a list of " + kind(value.get(0));
            case OBJECT -> "an object";
            default -> "null";
        };
    }
}
