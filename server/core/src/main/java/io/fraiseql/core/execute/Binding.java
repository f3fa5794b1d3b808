package io.fraiseql.core.execute;

import io.fraiseql.core.plan.BindSource;
import io.fraiseql.core.plan.RootPlan;
import java.util.List;
import java.util.Map;

/** Takes the values of a statement out of the variables of a request. */
final class Binding {

    private Binding() {}

    /** One value for each bind of the statement. */
    static Object[] values(RootPlan.Rows rows, Map<String, Object> variables) {
        return values(rows.slots(), rows.sources(), variables);
    }

    /**
     * One value for each bind of a statement.
     *
     * @param slots which of the sources each bind takes
     */
    static Object[] values(List<Integer> slots, List<BindSource> sources, Map<String, Object> variables) {
        Object[] values = new Object[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sources.get(slots.get(i)).value(variables);
        }
        return values;
    }
}
