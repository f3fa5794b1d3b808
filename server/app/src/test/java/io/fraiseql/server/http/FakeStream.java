package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.charset.StandardCharsets;

/** Rows {@code {"n":1}} in parts of a thousand. */
final class FakeStream implements RowStream {

    private static final int PART = 1000;

    private final long count;
    private final boolean breaks;
    private long given;
    private volatile boolean closed;

    /**
     * @param breaks after the first part
     */
    FakeStream(long count, boolean breaks) {
        this.count = count;
        this.breaks = breaks;
    }

    @Override
    public void next(Utf8Buffer out) {
        if (breaks && given > 0) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the database is gone");
        }
        for (int i = 0; i < PART && given < count; i++) {
            given++;
            out.write(("{\"n\":" + given + "}\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public long rows() {
        return given;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {
        closed = true;
    }
}
