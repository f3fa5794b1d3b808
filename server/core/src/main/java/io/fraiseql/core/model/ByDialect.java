package io.fraiseql.core.model;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A value that may differ by dialect. {@code ""} as key holds the value for every dialect that has no entry of its own.
 */
public record ByDialect<T>(Map<String, T> values) {

    public ByDialect {
        values = Map.copyOf(values);
    }

    /** The same value everywhere. */
    public static <T> ByDialect<T> same(T value) {
        return new ByDialect<>(Map.of("", value));
    }

    /** Whether there is a value for the dialect. */
    public boolean has(String dialect) {
        return values.containsKey(dialect) || values.containsKey("");
    }

    /**
     * The value for a dialect.
     *
     * @throws NoSuchElementException when there is none; resolving a schema rules this out for its targets
     */
    public T get(String dialect) {
        T value = values.containsKey(dialect) ? values.get(dialect) : values.get("");
        if (value == null) {
            throw new NoSuchElementException("no value for dialect " + dialect);
        }
        return value;
    }
}
