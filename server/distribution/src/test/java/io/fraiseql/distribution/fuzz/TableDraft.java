package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.oracle.Scalar;
import java.util.List;
import java.util.Map;

/**
 * A table to be made.
 *
 * @param rows values by column, every column named
 */
record TableDraft(
        String name,
        List<ColumnDraft> columns,
        List<String> key,
        List<ForeignKey> foreignKeys,
        List<Map<String, Object>> rows) {

    /** A column. */
    record ColumnDraft(String name, Scalar scalar, boolean nullable) {}

    /** A foreign key to the primary key of a table. */
    record ForeignKey(List<String> columns, String target, List<String> targetColumns) {}

    ColumnDraft column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
