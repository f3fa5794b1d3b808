package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A statement that writes, ready to be given values.
 *
 * @param slots which slot each of its binds takes
 * @param readBack gives the rows that it wrote, with slots as its own, where it does not give them itself; null otherwise
 */
public record WriteStatement(
        SqlStatement statement,
        List<Integer> slots,
        @Nullable WriteStatement readBack) {

    WriteStatement(SqlStatement statement, List<Integer> slots) {
        this(statement, slots, null);
    }

    /** Its text; the one that reads the written rows on a line of its own. */
    public String text() {
        return readBack == null ? statement.sql() : statement.sql() + ";\n" + readBack.text();
    }

    /** The values to bind; each slot is asked for when a bind takes it, and only then. */
    public Object[] bind(IntFunction<@Nullable Object> slot) {
        @Nullable Object[] values = new Object[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slot.apply(slots.get(i));
        }
        return values;
    }
}
