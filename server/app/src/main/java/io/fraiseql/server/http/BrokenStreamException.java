package io.fraiseql.server.http;

import io.fraiseql.server.metrics.ExportEnd;
import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/**
 * A stream that did not come to its end; leaving the handler with it cuts the connection, so that the client sees the break. Who throws it has
 * logged what there is to log.
 */
final class BrokenStreamException extends IOException implements QuietException {

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
