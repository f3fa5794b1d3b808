package io.fraiseql.core.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fraiseql.core.rule.EventRow.Image;
import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * A checked path to a value of an event.
 *
 * @param keys the field, and the keys that lead into its JSON; empty for the whole row
 * @param text as it was written
 * @param names what an enum's values are called, in order; empty for what is no enum
 */
record Path(Image image, List<String> keys, ValueKind kind, String text, List<String> names) {

    /**
     * The value, a null node where it is null.
     *
     * @throws RuleEvaluationException when it is missing
     */
    JsonNode value(EventRow row) {
        JsonNode value = find(row, image);
        if (value == null) {
            throw new RuleEvaluationException("the event has no `" + text + "`");
        }
        return value;
    }

    /** The value, or null when it is missing. */
    @Nullable
    JsonNode find(EventRow row) {
        return find(row, image);
    }

    /** The value as it was before. */
    Path before() {
        return new Path(Image.OLD, keys, kind, text, names);
    }

    private @Nullable JsonNode find(EventRow row, Image from) {
        JsonNode node = row.image(from);
        for (String key : keys) {
            if (node.isNull()) {
                return NullNode.getInstance();
            }
            node = node.get(key);
            if (node == null) {
                return null;
            }
        }
        return node;
    }
}
