package io.fraiseql.core.json;

import java.util.List;

/**
 * A member of a JSON object as columns of a table.
 *
 * @param key of the member
 * @param members for {@link Kind#OBJECT}, each one or several columns; empty otherwise
 */
public record CsvColumn(String key, Kind kind, List<CsvColumn> members) {

    public CsvColumn {
        members = List.copyOf(members);
    }

    /** How a member becomes text. */
    public enum Kind {
        /** A string without its quotes and escapes; a number or a boolean as it is. */
        VALUE,
        /** The JSON text, whatever it is. */
        JSON,
        /** No text of its own: its members are columns, all empty when it is null. */
        OBJECT
    }
}
