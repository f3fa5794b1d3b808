package io.fraiseql.server.network;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.query.TextParts;

/** Rows as a text, as network services see them. */
final class HostedText implements TextParts {

    private static final int FIRST_BYTES = 64 << 10;

    private final RowStream stream;
    private final CountedCalls calls;
    private final Utf8Buffer part = new Utf8Buffer(FIRST_BYTES, Integer.MAX_VALUE);

    HostedText(RowStream stream, CountedCalls calls) {
        this.stream = stream;
        this.calls = calls;
    }

    @Override
    public boolean next(ByteSink target) {
        part.clear();
        calls.call(() -> {
            stream.next(part);
            return part;
        });
        if (part.length() > 0) {
            target.write(part.array(), 0, part.length());
        }
        return part.length() > 0;
    }

    @Override
    public void cancel() {
        stream.cancel();
    }

    @Override
    public void close() {
        stream.close();
    }
}
