package io.fraiseql.server.http;

import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line for each request to {@code /graphql} when {@link HttpConfig#accessLog} says so. */
final class AccessLog {

    /** The key under which log lines carry the id of the request that they are about. */
    static final String REQUEST_ID = "requestId";

    private static final Logger LOG = LoggerFactory.getLogger("io.fraiseql.access");

    private final boolean enabled;

    AccessLog(boolean enabled) {
        this.enabled = enabled;
    }

    void answered(Request request, String requestId, int status, long bytes, long nanos) {
        if (!enabled) {
            return;
        }
        try (MDC.MDCCloseable named = MDC.putCloseable(REQUEST_ID, requestId)) {
            LOG.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getHttpURI().getPath())
                    .addKeyValue("client", Request.getRemoteAddr(request))
                    .addKeyValue("status", status)
                    .addKeyValue("bytes", bytes)
                    .addKeyValue("micros", nanos / 1000)
                    .log("answered");
        }
    }
}
