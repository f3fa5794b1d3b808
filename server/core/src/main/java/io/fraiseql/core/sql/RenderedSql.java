package io.fraiseql.core.sql;

import io.fraiseql.spi.database.SqlStatement.BindType;
import java.util.List;

/**
 * The text of a statement.
 *
 * @param binds the type of each {@code ?}, in order
 * @param slots the slot of the operation's values that each {@code ?} takes
 */
public record RenderedSql(String sql, List<BindType> binds, List<Integer> slots) {

    public RenderedSql {
        binds = List.copyOf(binds);
        slots = List.copyOf(slots);
    }
}
