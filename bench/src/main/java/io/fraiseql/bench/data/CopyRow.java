package io.fraiseql.bench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.postgresql.util.ByteStreamWriter;

/** Rows in the text form of {@code COPY}: tabs between values, {@code \N} for null. Values hold nothing that needs escaping. */
final class CopyRow {

    private static final int CHUNK = 1 << 16;

    private final StringBuilder text = new StringBuilder(CHUNK + 1024);
    private boolean first = true;

    CopyRow value(Object value) {
        separate();
        text.append(value);
        return this;
    }

    CopyRow value(long value) {
        separate();
        text.append(value);
        return this;
    }

    CopyRow nothing() {
        separate();
        text.append("\\N");
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
    }

    boolean full() {
        return text.length() >= CHUNK;
    }

    /** What was written since the last call. */
    ByteStreamWriter drain() {
        ByteStreamWriter bytes =
                ByteStreamWriter.of(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
        return bytes;
    }

    private void separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }
}
