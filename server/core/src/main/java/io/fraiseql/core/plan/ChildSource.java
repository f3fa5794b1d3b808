package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import java.util.List;

/**
 * How the rows of a to-many level follow from their parent rows.
 *
 * @param conditions tie the link, or without one the rows themselves, to the parent's keys; empty for an unnested list
 * @param link a link table; null for a direct relation
 * @param onTarget joins the rows to the link; null for a direct relation
 * @param unnest the embedded list; null for a relation
 */
record ChildSource(
        List<SqlExpr> conditions,
        @Nullable Table link,
        @Nullable SqlExpr onTarget,
        @Nullable Unnest unnest) {}
