package io.fraiseql.core.schema;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value, or why there is none.
 *
 * @param value null when problems leave nothing to work with
 * @param problems all that is wrong; empty when the value is good
 */
public record Checked<T>(@Nullable T value, List<Problem> problems) {

    public Checked {
        problems = List.copyOf(problems);
    }

    /**
     * The value when nothing is wrong.
     *
     * @throws FraiseqlException with {@link CoreErrorCode#INVALID_SCHEMA} and every problem, one a line
     */
    public T orThrow() {
        T good = value;
        if (good == null || !problems.isEmpty()) {
            String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
            throw new FraiseqlException(CoreErrorCode.INVALID_SCHEMA, "the schema has problems:\n" + lines);
        }
        return good;
    }
}
