package io.fraiseql.server.engine;

import io.fraiseql.core.execute.QueryEngine;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEngine;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.core.request.GraphQLRequest;
import io.fraiseql.core.request.Outcome;
import io.fraiseql.core.request.RowEngine;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowList;
import io.fraiseql.spi.query.RowSet;
import io.fraiseql.spi.upload.UploadBatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An engine whose schema can be replaced while it answers: each request ends with the engine that it began with, which is closed after
 * its last one. Thread-safe.
 */
public final class ReplaceableEngine implements GraphQLEngine, RowEngine, UploadEngine, LiveEngine, AutoCloseable {

    private volatile Generation current;

    /** Starts with an engine; owns it and those that replace it. */
    public ReplaceableEngine(ServedEngine first) {
        this.current = new Generation(first);
    }

    @Override
    public Outcome execute(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
        return with(engine -> engine.execute(request, context, out));
    }

    @Override
    public Opened stream(GraphQLRequest request, StreamFormat format, RequestContext context, Utf8Buffer out) {
        Generation generation = enter();
        boolean held = false;
        try {
            Opened opened = generation.served.engine().stream(request, format, context, out);
            RowStream stream = opened.stream();
            if (stream == null) {
                return opened;
            }
            held = true;
            return new Opened(new HeldStream(stream, generation::leave), opened.outcome());
        } finally {
            if (!held) {
                generation.leave();
            }
        }
    }

    @Override
    public Asked subscribe(GraphQLRequest request, RequestContext context, Utf8Buffer out) {
        return with(engine -> engine.subscribe(request, context, out));
    }

    @Override
    public List<RowField> describe(GraphQLRequest request) {
        return with(engine -> engine.describe(request));
    }

    @Override
    public List<RowList> lists() {
        return with(engine -> engine.lists());
    }

    @Override
    public Map<String, Object> view(Map<String, Object> view) {
        return with(engine -> engine.view(view));
    }

    @Override
    public Map<String, Object> table(String name, @Nullable List<?> columns) {
        return with(engine -> engine.table(name, columns));
    }

    @Override
    public RowStream text(GraphQLRequest request, StreamFormat format, RequestContext context) {
        Generation generation = enter();
        try {
            return new HeldStream(generation.served.engine().text(request, format, context), generation::leave);
        } catch (RuntimeException e) {
            generation.leave();
            throw e;
        }
    }

    @Override
    public RowSet open(GraphQLRequest request, RequestContext context) {
        Generation generation = enter();
        try {
            return new HeldRows(generation.served.engine().open(request, context), generation::leave);
        } catch (RuntimeException e) {
            generation.leave();
            throw e;
        }
    }

    @Override
    public List<RowField> columns(String table) {
        return with(engine -> engine.uploads().columns(table));
    }

    @Override
    public long write(String table, UploadBatch batch, RequestContext context) {
        return with(engine -> engine.uploads().write(table, batch, context));
    }

    @Override
    public List<RowField> eventColumns() {
        return with(engine -> engine.uploads().eventColumns());
    }

    @Override
    public long append(String entity, UploadBatch batch, RequestContext context) {
        return with(engine -> engine.uploads().append(entity, batch, context));
    }

    private <T> T with(Function<QueryEngine, T> body) {
        Generation generation = enter();
        try {
            return body.apply(generation.served.engine());
        } finally {
            generation.leave();
        }
    }

    /** What new requests are answered with. */
    public ServedEngine current() {
        return current.served;
    }

    /** Answers new requests with another engine. */
    public synchronized void replace(ServedEngine next) {
        Generation last = current;
        current = new Generation(next);
        last.leave();
    }

    @Override
    public synchronized void close() {
        current.leave();
    }

    private Generation enter() {
        Generation generation = current;
        while (!generation.enter()) {
            generation = current;
        }
        return generation;
    }

    /** An engine and how many hold it: the requests it answers, and this class while it is the current one. */
    private static final class Generation {

        private final ServedEngine served;
        private final AtomicInteger holders = new AtomicInteger(1);

        Generation(ServedEngine served) {
            this.served = served;
        }

        /** Whether it could still be held; not after its last holder has left. */
        boolean enter() {
            return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        void leave() {
            if (holders.decrementAndGet() == 0) {
                served.engine().close();
            }
        }
    }
}
