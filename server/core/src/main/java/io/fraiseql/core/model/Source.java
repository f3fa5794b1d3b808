package io.fraiseql.core.model;

import java.util.List;

/**
 * Where the rows of a type come from.
 *
 * @param kind how fields are found in a row
 * @param relation the table or view, as one or more name parts (schema, name); for {@link Kind#EMBEDDED} unused and empty
 * @param jsonColumn the column that holds the object; only for {@link Kind#DOCUMENT}
 */
public record Source(Kind kind, ByDialect<List<String>> relation, String jsonColumn) {

    /** How fields map. */
    public enum Kind {
        /** Fields are columns. */
        COLUMNS,
        /** Scalar and embedded fields are members of the JSON object in {@link #jsonColumn}; keys of relations are columns. */
        DOCUMENT,
        /** The type has no source of its own: its objects are embedded in documents of other types or in JSON columns. */
        EMBEDDED
    }
}
