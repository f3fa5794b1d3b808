package io.fraiseql.server.http.live;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.server.http.BodyLimit;
import io.fraiseql.server.http.Drain;
import io.fraiseql.server.http.ErrorBody;
import io.fraiseql.server.http.RequestGate;
import io.fraiseql.server.http.RequestIds;
import io.fraiseql.server.metrics.GraphQLMetrics;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Map;

/** Operations that come as messages, with everything that the HTTP exchange of others has: ids, deadlines, admission, counters. Thread-safe. */
public final class Operations {

    private static final int USUAL = 1024;

    private final GraphQLEngine engine;
    private final LiveEngine live;
    private final RequestGate gate;
    private final Drain drain;
    private final GraphQLMetrics metrics;
    private final BodyLimit limit;
    private final long timeoutNanos;
    private final RequestReader reader = new RequestReader();

    public Operations(
            GraphQLEngine engine,
            LiveEngine live,
            RequestGate gate,
            Drain drain,
            GraphQLMetrics metrics,
            BodyLimit limit,
            long timeoutNanos) {
        this.engine = engine;
        this.live = live;
        this.gate = gate;
        this.drain = drain;
        this.metrics = metrics;
        this.limit = limit;
        this.timeoutNanos = timeoutNanos;
    }

    /** A new context, whose deadline begins to run. */
    RequestContext context() {
        return new RequestContext(RequestIds.of(null), Identity.ANONYMOUS, System.nanoTime() + timeoutNanos);
    }

    /** The members of a message, or of the request in it. */
    Map<String, Object> object(byte[] text, String what) {
        return reader.readObject(text, what);
    }

    /** @param length of the message that has the request, in bytes */
    GraphQLRequest request(Map<String, Object> members, int length) {
        return limit.bound(reader.readMembers(members), length);
    }

    /**
     * Whether a request is a subscription, which is counted as an operation then.
     *
     * @throws FraiseqlException {@code PAYLOAD_TOO_LARGE} when it is one and as large as only mutations may be
     */
    public LiveEngine.Asked ask(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
        LiveEngine.Asked asked = live.subscribe(request, context, out);
        Outcome refused = asked.refused();
        if (refused != null) {
            limit.requireFits(request, refused);
            metrics.executed(refused);
        } else if (asked.query() != null) {
            metrics.executed(new Outcome(true, null, "subscription", false));
        }
        return asked;
    }

    /**
     * Executes a query or mutation.
     *
     * @return the answer; the outcome says whether it has data
     */
    Answered execute(GraphQLRequest request, RequestContext context) {
        Utf8Buffer out = new Utf8Buffer(USUAL);
        boolean open = drain.begin();
        try {
            if (!open) {
                throw Drain.stopping();
            }
            gate.enter(context.deadlineNanos());
            try {
                Outcome outcome = engine.execute(request, context, out);
                limit.requireFits(request, outcome);
                metrics.executed(outcome);
                return new Answered(outcome.executed(), out);
            } finally {
                gate.leave();
            }
        } catch (FraiseqlException e) {
            return new Answered(false, error(e, context));
        } finally {
            drain.end();
        }
    }

    /** An answer and whether the operation was executed. */
    record Answered(boolean executed, Utf8Buffer json) {}

    /** The answer that is one error, which is counted. */
    Utf8Buffer error(FraiseqlException error, RequestContext context) {
        metrics.failed(error.code());
        Utf8Buffer out = new Utf8Buffer(USUAL);
        ErrorBody.write(out, error.code(), String.valueOf(error.getMessage()), context.requestId());
        return out;
    }
}
