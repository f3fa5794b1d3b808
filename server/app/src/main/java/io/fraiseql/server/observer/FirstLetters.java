package io.fraiseql.server.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.core.observer.LetterFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first dead letters of those that are meant.
 *
 * @param more whether there are others
 */
public record FirstLetters(List<DeadLetter> letters, boolean more) {

    public static FirstLetters of(DeadLetters kept, LetterFilter filter, int limit) {
        List<DeliveryRow> rows = kept.list(filter, limit + 1);
        return new FirstLetters(rows.stream().limit(limit).map(DeadLetter::new).toList(), rows.size() > limit);
    }

    /** All of it as plain values. */
    public Map<String, ?> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("deadLetters", letters.stream().map(DeadLetter::values).toList());
        values.put("more", more);
        return values;
    }
}
