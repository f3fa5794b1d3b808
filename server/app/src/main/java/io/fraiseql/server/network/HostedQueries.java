package io.fraiseql.server.network;

import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RequestReader;
import io.fraiseql.core.request.RowEngine;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.server.engine.HeldRows;
import io.fraiseql.server.engine.HeldStream;
import io.fraiseql.server.http.Drain;
import io.fraiseql.server.http.StreamGate;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowList;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.RowSet;
import io.fraiseql.spi.query.TextParts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The engine as network services see it: with the same admission, drain and counting as requests over HTTP. Thread-safe. */
final class HostedQueries implements RowQueries {

    private static final Outcome SUCCESS = new Outcome(true, null, "query", false);

    private final RowEngine engine;
    private final RequestReader reader = new RequestReader();
    private final StreamGate gate;
    private final Drain drain;
    private final CountedCalls calls;

    HostedQueries(RowEngine engine, StreamGate gate, Drain drain, CountedCalls calls) {
        this.engine = engine;
        this.gate = gate;
        this.drain = drain;
        this.calls = calls;
    }

    @Override
    public List<RowField> describe(Map<String, Object> request, RequestContext context) {
        return calls.call(() -> engine.describe(reader.readMembers(request)));
    }

    @Override
    public RowSet open(Map<String, Object> request, RequestContext context) {
        return admitted(request, context, read -> new HeldRows(engine.open(read, context), this::left));
    }

    @Override
    public TextParts csv(Map<String, Object> request, RequestContext context) {
        return admitted(
                request,
                context,
                read -> new HostedText(
                        new HeldStream(engine.text(read, StreamFormat.CSV, context), this::left), calls));
    }

    /** @param open makes what calls {@link #left} when it is closed */
    private <T> T admitted(Map<String, Object> request, RequestContext context, Function<GraphQLRequest, T> open) {
        return calls.call(() -> {
            GraphQLRequest read = reader.readMembers(request);
            drain.enter();
            try {
                gate.enter(context.deadlineNanos());
                try {
                    T opened = open.apply(read);
                    calls.metrics().executed(SUCCESS);
                    return opened;
                } catch (RuntimeException e) {
                    gate.leave();
                    throw e;
                }
            } catch (RuntimeException e) {
                drain.end();
                throw e;
            }
        });
    }

    @Override
    public Map<String, Object> table(String name, @Nullable List<?> columns) {
        return calls.call(() -> engine.table(name, columns));
    }

    @Override
    public List<RowList> lists(RequestContext context) {
        return calls.call(engine::lists);
    }

    @Override
    public Map<String, Object> view(Map<String, Object> view) {
        return calls.call(() -> engine.view(view));
    }

    @Override
    public Map<String, Object> readJson(byte[] text, String what) {
        return calls.call(() -> reader.readObject(text, what));
    }

    private void left() {
        gate.leave();
        drain.end();
    }
}
