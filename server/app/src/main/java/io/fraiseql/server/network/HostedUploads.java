package io.fraiseql.server.network;

import io.fraiseql.core.request.UploadEngine;
import io.fraiseql.server.http.Drain;
import io.fraiseql.server.http.StreamGate;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.upload.RowUploads;
import io.fraiseql.spi.upload.UploadBatch;
import java.util.List;
import java.util.function.LongSupplier;

/** Writes as network services see them: admitted, and waited for when the server stops. Thread-safe. */
final class HostedUploads implements RowUploads {

    private final UploadEngine engine;
    private final HostedEvents.Log log;
    private final StreamGate gate;
    private final Drain drain;
    private final CountedCalls calls;

    HostedUploads(UploadEngine engine, HostedEvents.Log log, StreamGate gate, Drain drain, CountedCalls calls) {
        this.engine = engine;
        this.log = log;
        this.gate = gate;
        this.drain = drain;
        this.calls = calls;
    }

    @Override
    public List<RowField> columns(String table) {
        return calls.call(() -> engine.columns(table));
    }

    @Override
    public long write(String table, UploadBatch batch, RequestContext context) {
        return admitted(context, () -> engine.write(table, batch, context));
    }

    @Override
    public List<RowField> eventColumns(String entity) {
        return calls.call(() -> {
            log.require().run();
            log.requireKnown(entity);
            return engine.eventColumns();
        });
    }

    @Override
    public long append(String entity, UploadBatch batch, RequestContext context) {
        return admitted(context, () -> {
            log.require().run();
            log.requireKnown(entity);
            return engine.append(entity, batch, context);
        });
    }

    private long admitted(RequestContext context, LongSupplier write) {
        return calls.call(() -> {
            drain.enter();
            try {
                gate.enterPart(context.deadlineNanos());
                try {
                    return write.getAsLong();
                } finally {
                    gate.leave();
                }
            } finally {
                drain.end();
            }
        });
    }
}
