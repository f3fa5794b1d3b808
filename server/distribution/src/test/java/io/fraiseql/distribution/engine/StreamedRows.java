package io.fraiseql.distribution.engine;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.RowStream;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;

/** A stream being read; the first part is there. */
public final class StreamedRows implements AutoCloseable {

    private final @Nullable RowStream stream;
    private final Utf8Buffer part;
    private final StringBuilder read = new StringBuilder();

    StreamedRows(@Nullable RowStream stream, Utf8Buffer part) {
        this.stream = stream;
        this.part = part;
    }

    /** Reads one part more; false after the last. */
    boolean next() {
        boolean any = part.length() > 0;
        read.append(new String(part.array(), 0, part.length(), StandardCharsets.UTF_8));
        part.clear();
        if (stream != null) {
            stream.next(part);
        }
        return any;
    }

    /** Reads to the end and gives everything. */
    public String rest() {
        boolean more = next();
        while (more) {
            more = next();
        }
        return read.toString();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
