package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;
import java.util.Map;

/** Refuses filters of a write that say nothing somewhere: what was meant as a condition must never come out as every row. */
final class FilterGuard {

    private FilterGuard() {}

    /**
     * Checks what tells the rows of a write.
     *
     * @param where the filter; null when it is not given
     * @param written whether the document has the argument, if only as a variable that is left out or null
     * @param all the argument of that name
     */
    static void check(@Nullable Argument where, boolean written, @Nullable Argument all) {
        boolean every = all instanceof Argument.Leaf leaf && Boolean.TRUE.equals(leaf.current());
        if (every && written) {
            throw refused("'where' and 'all: true' contradict each other; give one of them");
        }
        if (!every && where == null) {
            throw refused("a filter is missing; give 'where', or 'all: true' for every row");
        }
        if (where != null) {
            check(where, "where");
        }
    }

    private static void check(Argument filter, String place) {
        if (filter instanceof Argument.Members members) {
            requireSomething(members.members().isEmpty(), place);
            for (Map.Entry<String, Argument> member : members.members().entrySet()) {
                check(member.getValue(), place + "." + member.getKey());
            }
        } else if (filter instanceof Argument.Items items) {
            List<Argument> elements = items.items();
            requireSomething(elements.isEmpty(), place);
            for (int i = 0; i < elements.size(); i++) {
                check(elements.get(i), place + "[" + i + "]");
            }
        } else if (filter instanceof Argument.Leaf leaf) {
            requireSomething(leaf.current() == null, place);
        }
    }

    private static void requireSomething(boolean empty, String place) {
        if (empty) {
            throw refused("'" + place + "' is empty, so that the filter does not say which rows; complete it, or give"
                    + " 'all: true' instead of 'where' for every row");
        }
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
