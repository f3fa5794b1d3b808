package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.OperationPlanner;
import io.fraiseql.core.plan.PagedPlan;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import java.util.Map;
import java.util.function.Function;

/** Opens streams. Thread-safe. */
final class StreamOpener {

    /** Rows that the database sends at a time. */
    static final int FETCH_SIZE = 1000;

    private static final String OTHERWISE = "accept application/json for any other";

    private final PlanCache cache;
    private final OperationPlanner planner;
    private final Database database;
    private final DeadlineWatch watch;

    StreamOpener(PlanCache cache, OperationPlanner planner, Database database, DeadlineWatch watch) {
        this.cache = cache;
        this.planner = planner;
        this.database = database;
        this.watch = watch;
    }

    /**
     * Runs the statement of an operation with one root field, a list, and reads the first part.
     *
     * @param variables coerced
     * @param out receives the first part
     */
    ListStream open(
            PreparedOperation operation,
            Map<String, Object> variables,
            StreamFormat format,
            RequestContext context,
            Utf8Buffer out) {
        ListStream stream = open(operation, variables, format, context);
        try {
            stream.next(out);
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** Takes a connection; the statement runs when the first part is asked for. */
    ListStream open(
            PreparedOperation operation, Map<String, Object> variables, StreamFormat format, RequestContext context) {
        OneList.requireQuery(operation, OTHERWISE);
        RootPlan.Rows list = OneList.of(cache.plan(operation, variables).plan(), OTHERWISE);
        RowFormat written = RowFormat.of(format, list.label(), () -> planner.csvColumns(operation.parsed, variables));
        if (!list.statement().shape().branched()) {
            Object[] values = Binding.values(list, variables);
            return start(false, session -> new PlainRows(list, values, session), written, context);
        }
        PagedPlan pages = planner.pages(operation.parsed, variables, false);
        return start(true, session -> new PagedRows(pages, variables, session), written, context);
    }

    private ListStream start(
            boolean consistent, Function<ReadSession, RowSource> source, RowFormat format, RequestContext context) {
        ReadSession session = database.openRead(new ReadOptions(context.remainingNanos(), consistent, FETCH_SIZE));
        return new ListStream(session, watch, context, source, format, Pages.MAX_BYTES);
    }
}
