package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.PackedColumns;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One term of an order.
 *
 * @param path of the field, such as {@code artist.name}
 */
record SortKey(String path, OrderTerm term, ValueType type) {

    /** The term of the opposite order. */
    SortKey reversed() {
        return new SortKey(
                path,
                new OrderTerm(term.value(), !term.descending(), !term.nullsFirst(), term.nullable(), term.codepoint()),
                type);
    }

    private String description() {
        String nulls = term.nullable() ? (term.nullsFirst() ? " nulls first" : " nulls last") : "";
        return path
                + (term.descending() ? " desc" : " asc")
                + nulls
                + (term.codepoint() ? " codepoint " : " ")
                + type.type();
    }

    /** What tells the cursors of a list in an order from all others. */
    static long head(String list, List<SortKey> order) {
        return PackedColumns.head(
                order.stream().map(SortKey::description).collect(Collectors.joining("\n", list + "\n", "")));
    }
}
