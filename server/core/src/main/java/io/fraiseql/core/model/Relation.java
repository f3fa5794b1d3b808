package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import java.util.List;

/**
 * How the rows of another source belong to a row: columns equal to columns.
 *
 * @param many whether there can be several
 * @param from columns of this source
 * @param to columns of the other source, or of the link's far side, in the same order
 * @param through a link table between the two; null for a direct relation
 */
public record Relation(
        boolean many,
        ByDialect<List<String>> from,
        ByDialect<List<String>> to,
        @Nullable Through through) {

    /**
     * A link table: {@code this.from = table.from AND table.to = other.to}.
     *
     * @param table name parts
     */
    public record Through(ByDialect<List<String>> table, ByDialect<List<String>> from, ByDialect<List<String>> to) {}
}
