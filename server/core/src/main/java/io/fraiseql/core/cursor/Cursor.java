package io.fraiseql.core.cursor;

import io.fraiseql.core.scalar.ScalarCodec;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A place in the order of a list, as a client handed it back.
 *
 * @param order what it is a place in, see {@link PackedColumns#head}
 * @param values of the row's order, in turn; see {@link KeyValue}
 */
public record Cursor(long order, List<@Nullable Object> values) {

    /** The name of its scalar. */
    public static final String SCALAR = "Cursor";

    /** Stands for any cursor without nulls where an operation is compiled ahead of its values. */
    public static final Cursor SAMPLE = new Cursor(0, List.of());

    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** What the SQL depends on: which values are null. */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        values.forEach(value -> shape.append(value == null ? 'n' : 'v'));
        return shape.toString();
    }

    /** Reads the texts that clients send. */
    public static ScalarCodec codec() {
        return value -> {
            List<@Nullable Object> values =
                    value instanceof String text ? PackedValues.read(text, PackedValues.Kind.CURSOR) : null;
            if (values == null || values.isEmpty() || !(values.get(0) instanceof Long order)) {
                throw new IllegalArgumentException("expected a Cursor as this version gave it out, unchanged");
            }
            return new Cursor(order, values.subList(1, values.size()));
        };
    }
}
