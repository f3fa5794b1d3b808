package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The values that a client gives a row.
 *
 * @param columns in the order of the type, so that equal sets share a statement
 * @param values as they are bound
 */
record InputRow(List<WriteColumn> columns, List<Object> values) {

    private static final long FIRST_VERSION = 1;

    /**
     * A new row.
     *
     * @param given values that related rows fill, as they are bound
     */
    static InputRow inserted(WriteTarget target, Map<?, ?> input, Map<WriteColumn, Object> given) {
        InputRow row = of(target, input, given);
        WriteColumn version = target.version();
        if (version != null && !version.hasDefault()) {
            row.columns.add(version);
            row.values.add(FIRST_VERSION);
        }
        for (WriteColumn column : target.keysMadeHere()) {
            if (!row.columns.contains(column)) {
                row.columns.add(column);
                row.values.add(UUID.randomUUID());
            }
        }
        for (WriteColumn column : target.key()) {
            int place = row.columns.indexOf(column);
            if (place >= 0 && row.values.get(place) == null) {
                throw refused(
                        "'" + column.field() + "' is of the key and cannot be null; leave it out or give a value");
            }
        }
        for (WriteColumn column : target.columns()) {
            if (column.isRequired() && !row.columns.contains(column)) {
                throw refused(
                        "a new row needs a value for '" + column.field() + "', or for the relation that fills it");
            }
        }
        return row;
    }

    /** New values for a row. */
    static InputRow of(WriteTarget target, Map<?, ?> input, Map<WriteColumn, Object> given) {
        List<WriteColumn> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (WriteColumn column : target.columns()) {
            boolean written = input.containsKey(column.field());
            boolean filled = given.containsKey(column);
            if (written && filled) {
                throw refused("'" + column.field() + "' is filled by a relation; leave it out");
            }
            if (written || filled) {
                columns.add(column);
                values.add(filled ? given.get(column) : column.bound(input.get(column.field())));
            }
        }
        return new InputRow(columns, values);
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
