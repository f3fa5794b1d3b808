package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * The value of an argument with its structure known: what the SQL text depends on is here, what is only bound stays behind a {@link
 * BindSource}.
 */
sealed interface Argument {

    /** An input object; only the members that are present, in order. */
    record Members(Map<String, Argument> members) implements Argument {}

    /** A list of input objects. */
    record Items(List<Argument> items) implements Argument {}

    /**
     * A scalar, an enum, or a list of them.
     *
     * @param source yields it when the plan runs
     * @param current its value in the request that is being compiled; the SQL may depend on it only where the plan's key does: null or
     *     not, a boolean, an order direction
     * @param literal whether it is written in the document
     */
    record Leaf(BindSource source, @Nullable Object current, boolean literal) implements Argument {}
}
