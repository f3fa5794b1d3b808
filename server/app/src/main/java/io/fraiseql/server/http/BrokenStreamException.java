package io.fraiseql.server.http;

import io.fraiseql.server.metrics.ExportEnd;
import java.io.IOException;

/** A stream that did not come to its end; leaving the servlet with it cuts the connection, so that the client sees the break. */
final class BrokenStreamException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ExportEnd end;

    BrokenStreamException(ExportEnd end, Throwable cause) {
        super("a stream was broken off: " + end, cause);
        this.end = end;
    }

    ExportEnd end() {
        return end;
    }
}
