package io.fraiseql.core.execute;

import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs operations whose rows are taken as typed columns. Thread-safe. */
final class RowOpener {

    private static final String OTHERWISE = "ask over HTTP for any other";

    private final PlanCache cache;
    private final OperationPlanner planner;
    private final Database database;
    private final DeadlineWatch watch;

    RowOpener(PlanCache cache, OperationPlanner planner, Database database, DeadlineWatch watch) {
        this.cache = cache;
        this.planner = planner;
        this.database = database;
        this.watch = watch;
    }

    /** What the rows have; checks the values of variables too. */
    List<RowField> describe(PreparedOperation operation, Map<String, Object> variables) {
        return prepare(operation, variables).fields();
    }

    RowSet open(PreparedOperation operation, Map<String, Object> variables, RequestContext context) {
        Prepared prepared = prepare(operation, variables);
        WriteConnection.requireTime(context);
        ReadOptions options =
                new ReadOptions(context.remainingNanos(), prepared.paged(), StreamOpener.FETCH_SIZE, 0, true);
        return new OpenRows(database.openRead(options), watch, context, prepared);
    }

    private Prepared prepare(PreparedOperation operation, Map<String, Object> variables) {
        OneList.requireQuery(operation, OTHERWISE);
        RootPlan.Rows list = OneList.of(cache.plan(operation, variables).plan(), OTHERWISE);
        SelectedFields selected = new SelectedFields(list);
        Object[] values = Binding.values(list, variables);
        if (!list.statement().shape().branched()) {
            return new Prepared(selected.fields(), false, session -> plain(list, selected, values, session));
        }
        PagedPlan pages = planner.pages(operation.parsed, variables, true);
        SelectedFields paged = new SelectedFields(pages.first().rows());
        return new Prepared(
                paged.fields(), pages.next() != null, session -> new PagedLists(pages, paged, variables, session)
                        .rows());
    }

    private static SelectedRows plain(
            RootPlan.Rows list, SelectedFields selected, Object[] values, ReadSession session) {
        return new SelectedRows(session.query(list.statement(), values), selected.columns(0), branch -> {
            throw new IllegalStateException("no list is below these rows");
        });
    }

    /**
     * Rows that can be read.
     *
     * @param paged whether several statements read them, in one snapshot
     */
    record Prepared(List<RowField> fields, boolean paged, Function<ReadSession, SelectedRows> rows) {}
}
