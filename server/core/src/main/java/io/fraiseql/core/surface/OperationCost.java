package io.fraiseql.core.surface;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * The complexity of an operation: every selected field 1, fragments counted at every use; every predicate of a {@code where} and
 * every term of an {@code orderBy} 1; what is selected below a list times the hundreds of its {@code limit} (rounded up), of the
 * largest page when {@code limit} is a variable, times 3 without one. Introspection costs nothing here. Sums saturate.
 *
 * @param fixed the part that the document alone decides
 * @param variables for each variable that holds predicates or terms, what one of these costs
 */
public record OperationCost(long fixed, Map<String, Long> variables) {

    public OperationCost {
        variables = Map.copyOf(variables);
    }

    /** The cost with these coerced variables. */
    long total(Map<String, Object> values) {
        long total = fixed;
        for (Map.Entry<String, Long> variable : variables.entrySet()) {
            total = add(total, multiply(variable.getValue(), leaves(values.get(variable.getKey()))));
        }
        return total;
    }

    private static long leaves(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Map<?, ?> object) {
            return object.values().stream().mapToLong(OperationCost::leaves).sum();
        }
        boolean objects = value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        return objects
                ? ((List<?>) value).stream().mapToLong(OperationCost::leaves).sum()
                : 1;
    }

    static long add(long left, long right) {
        return left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right;
    }

    static long multiply(long left, long right) {
        return left != 0 && right > Long.MAX_VALUE / left ? Long.MAX_VALUE : left * right;
    }
}
