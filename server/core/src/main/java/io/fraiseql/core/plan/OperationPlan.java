package io.fraiseql.core.plan;

import java.util.List;

/**
 * A compiled operation. Immutable.
 *
 * @param roots one per root field, in response order
 * @param consistent whether all statements see one snapshot
 * @param oneTransaction whether all writes are done together or not at all
 */
public record OperationPlan(List<RootPlan> roots, boolean consistent, boolean oneTransaction) {

    public OperationPlan {
        roots = List.copyOf(roots);
    }

    /** Whether a statement is needed at all. */
    public boolean reads() {
        return roots.stream().anyMatch(root -> root instanceof RootPlan.Rows);
    }
}
