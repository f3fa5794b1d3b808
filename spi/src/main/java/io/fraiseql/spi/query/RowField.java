package io.fraiseql.spi.query;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.List;

/**
 * One member of the rows that an operation asks for: data, made by the host from the selection and the schema.
 *
 * @param name the response key
 * @param type how the value is read; {@link ColumnType#TEXT} for enums. Of no meaning for kinds with {@code fields}
 * @param nullable as the schema says; the cursor refuses a null where it is false
 * @param column of the cursor of its rows; for an object its {@code isNull} tells whether the object is absent, and then no member of it
 *     may be read; -1 for an object that is always there; for a list or a single row {@link ListCursor#list} takes it
 * @param precision of a decimal, where the column declares it with its scale
 * @param scale of a decimal, likewise
 * @param names of an enum, whose {@code getLong} is the place of its value among them; empty for others
 * @param fields of an object, or of the rows of a list or of a single row; empty for others
 */
public record RowField(
        String name,
        Kind kind,
        ColumnType type,
        boolean nullable,
        int column,
        @Nullable Integer precision,
        @Nullable Integer scale,
        List<String> names,
        List<RowField> fields) {

    public RowField {
        names = List.copyOf(names);
        fields = List.copyOf(fields);
    }

    /** What a member holds. */
    public enum Kind {
        VALUE,
        /** One of {@link RowField#names}. */
        ENUM,
        /** The {@link RowField#fields} of a related row. */
        OBJECT,
        /** Rows with {@link RowField#fields}, any number of them; never null. */
        LIST,
        /** Exactly one row with {@link RowField#fields}, of aggregates over the rows of a list. */
        SINGLE
    }
}
