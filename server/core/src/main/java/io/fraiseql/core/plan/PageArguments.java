package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Page;

/**
 * The limit and offset of a list; null where not given.
 *
 * @param end the number of the last row, limit plus offset; null without limit
 */
record PageArguments(
        @Nullable SqlExpr limit,
        @Nullable SqlExpr offset,
        @Nullable SqlExpr end) {

    static final PageArguments NONE = new PageArguments(null, null, null);

    boolean present() {
        return limit != null || offset != null;
    }

    @Nullable
    Page page() {
        return present() ? new Page(limit, offset) : null;
    }
}
