package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.function.Function;

/** A list on its way to a client. Holds a connection until it is closed. */
final class ListStream implements RowStream {

    private static final int PART = 32 * 1024;

    private final ReadSession session;
    private final DeadlineWatch watch;
    private final RequestContext context;
    private final Function<ReadSession, RowSource> start;
    private final RowFormat format;
    private final Utf8Buffer row;
    private @Nullable RowSource source;
    private volatile DeadlineWatch.@Nullable Watched running;
    private volatile boolean cancelled;
    private long rows;
    private boolean begun;
    private boolean ended;

    /**
     * @param session taken over
     * @param start runs the statement, when the first part is asked for
     * @param maxRowBytes what one row may take
     */
    ListStream(
            ReadSession session,
            DeadlineWatch watch,
            RequestContext context,
            Function<ReadSession, RowSource> start,
            RowFormat format,
            int maxRowBytes) {
        this.session = session;
        this.watch = watch;
        this.context = context;
        this.format = format;
        this.start = start;
        this.row = new Utf8Buffer(1024, maxRowBytes);
    }

    /** Watches the database, not the client in between: that one has its own bounds. */
    private DeadlineWatch.Watched watch() {
        if (context.remainingNanos() <= 0) {
            throw new FraiseqlException(
                    CoreErrorCode.TIMEOUT, "the stream ran out of time (http.export.timeout); ask for less");
        }
        return watch.watch(session, context.deadlineNanos());
    }

    @Override
    public void next(Utf8Buffer out) {
        try (DeadlineWatch.Watched watched = watch()) {
            running = watched;
            if (cancelled) {
                watched.expire();
            }
            append(out, source());
        } catch (FraiseqlException e) {
            throw e;
        } catch (RuntimeException e) {
            throw QueryEngine.internal(e);
        }
    }

    private RowSource source() {
        RowSource begun = source;
        if (begun == null) {
            begun = start.apply(session);
            source = begun;
        }
        return begun;
    }

    private void append(Utf8Buffer out, RowSource rowSource) {
        if (!begun) {
            begun = true;
            format.begin(out);
        }
        while (!ended && out.length() < PART) {
            row.clear();
            if (rowSource.next(row)) {
                rows++;
                format.row(row.array(), row.length(), out);
            } else {
                ended = true;
                format.end(out);
            }
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void cancel() {
        cancelled = true;
        DeadlineWatch.Watched watched = running;
        if (watched != null) {
            watched.expire();
        }
    }

    @Override
    public void close() {
        RowSource begun = source;
        if (begun != null) {
            begun.close();
        }
        session.close();
    }
}
