package io.fraiseql.server.engine;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;

/** A stream with something to do when it is closed. Like it, for one thread. */
public final class HeldStream implements RowStream {

    private final RowStream stream;
    private final Closing closing;

    /** @param left what to do once, when it is closed */
    public HeldStream(RowStream stream, Runnable left) {
        this.stream = stream;
        this.closing = new Closing(stream::close, left);
    }

    @Override
    public void next(Utf8Buffer out) {
        stream.next(out);
    }

    @Override
    public long rows() {
        return stream.rows();
    }

    @Override
    public void cancel() {
        stream.cancel();
    }

    @Override
    public void close() {
        closing.run();
    }
}
