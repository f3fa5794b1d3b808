package io.fraiseql.core.plan;

import java.util.List;

/**
 * Related rows that are written together with a row.
 *
 * @param many whether they refer to the row, or the row refers to one of them
 * @param target where they are written
 * @param entity what events call them
 * @param own the columns of the row that the relation goes by
 * @param far the columns of the related rows, in the same order
 */
public record NestedTarget(
        boolean many, WriteTarget target, String entity, List<WriteColumn> own, List<WriteColumn> far) {}
