package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.BranchForm;
import io.fraiseql.core.plan.OperationPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.error.FraiseqlException;

/** The operations whose rows can be given one after the other: queries with one root field, a list. */
final class OneList {

    private OneList() {}

    /**
     * The rows of a query.
     *
     * @param otherwise what a client does that asks for something else
     */
    static RootPlan.Rows of(OperationPlan plan, String otherwise) {
        if (plan.roots().size() == 1
                && plan.roots().get(0) instanceof RootPlan.Rows rows
                && rows.forms().get(0).kind() == BranchForm.Kind.ARRAY) {
            return rows;
        }
        throw refused(otherwise);
    }

    /** Refuses what is no query before it is planned. */
    static void requireQuery(PreparedOperation operation, String otherwise) {
        if (!operation.type.equals("query")) {
            throw refused(otherwise);
        }
    }

    private static FraiseqlException refused(String otherwise) {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT,
                "a stream is the rows of one list: the operation must be a query with exactly one root field, and that a"
                        + " list; " + otherwise);
    }
}
