package io.fraiseql.core.execute;

import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.Nullable;

/**
 * What happened to one row.
 *
 * @param entity what its event calls it
 * @param before its image before; null for a new row
 * @param after its image after; null for a deleted one
 */
record Written(
        WriteTarget target,
        String entity,
        @Nullable StoredRow before,
        @Nullable StoredRow after) {

    /** The row that now stands, or stood last. */
    StoredRow row() {
        StoredRow row = after == null ? before : after;
        if (row == null) {
            throw new IllegalStateException("a write without row");
        }
        return row;
    }
}
