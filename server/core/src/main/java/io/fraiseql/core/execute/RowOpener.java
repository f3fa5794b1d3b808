package io.fraiseql.core.execute;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import java.util.Map;

/** Runs operations whose rows are taken as typed columns. Thread-safe. */
final class RowOpener {

    private static final String OTHERWISE = "ask over HTTP for any other";

    private final PlanCache cache;
    private final Database database;
    private final DeadlineWatch watch;

    RowOpener(PlanCache cache, Database database, DeadlineWatch watch) {
        this.cache = cache;
        this.database = database;
        this.watch = watch;
    }

    /** What the rows have; checks the values of variables too. */
    List<RowField> describe(PreparedOperation operation, Map<String, Object> variables) {
        RootPlan.Rows list = list(operation, variables);
        List<RowField> fields = new SelectedFields(list).fields();
        Binding.values(list, variables);
        return fields;
    }

    RowSet open(PreparedOperation operation, Map<String, Object> variables, RequestContext context) {
        RootPlan.Rows list = list(operation, variables);
        SelectedFields selected = new SelectedFields(list);
        Object[] values = Binding.values(list, variables);
        WriteConnection.requireTime(context);
        ReadSession session =
                database.openRead(new ReadOptions(context.remainingNanos(), false, StreamOpener.FETCH_SIZE));
        return new OpenRows(session, watch, context, selected, list.statement(), values);
    }

    private RootPlan.Rows list(PreparedOperation operation, Map<String, Object> variables) {
        OneList.requireQuery(operation, OTHERWISE);
        return OneList.of(cache.plan(operation, variables).plan(), OTHERWISE);
    }
}
