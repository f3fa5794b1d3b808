package io.fraiseql.distribution.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** The table that a type of the schema is read from. */
    static TableDraft of(JsonNode type, List<TableDraft> tables) {
        String source = type.get("sql_source").asText();
        return tables.stream()
                .filter(table -> source.equals(table.name()) || source.equals(Script.quote(table.name())))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a column is part of a key of this table or of a foreign one. */
    boolean keyed(String column) {
        return key.contains(column)
                || foreignKeys.stream().anyMatch(foreign -> foreign.columns().contains(column));
    }

    ColumnDraft column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
