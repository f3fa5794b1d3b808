package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * What a mutation answers with.
 *
 * @param row the written row; null for a mutation of many rows
 * @param parts the fields of the result of a mutation of many rows, in response order; empty otherwise
 */
public record WriteAnswer(@Nullable Row row, List<Part> parts) {

    /** The name under which the values of the written rows' key stand beside the variables of a request, one for each key column. */
    private static final String KEY = "\0key";

    /** The name of the written rows' keys as a list of lists. */
    public static final String KEYS = "\0keys";

    /** The name of the number of rows that are looked at, at most. */
    public static final String MOST = "\0most";

    public WriteAnswer {
        parts = List.copyOf(parts);
    }

    /** The name of a key column's value, or of the list of its values. */
    public static String key(int index) {
        return KEY + index;
    }

    /**
     * One field.
     *
     * @param label its response key as it stands in the answer, with its colon
     * @param json what is known already; null otherwise
     * @param rows the written rows; null for what is known and for their number
     */
    public record Part(
            byte[] label, byte @Nullable [] json, @Nullable Row rows) {}

    /**
     * Written rows as the caller selects them.
     *
     * @param read reads them back by their keys
     * @param image says how their images answer as they are; null when they do not
     */
    public record Row(RootPlan.Rows read, @Nullable ImageAnswer image) {}
}
