package io.fraiseql.server.http;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request to {@code /graphql} when {@link HttpConfig#accessLog} says so. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.fraiseql.access");

    private final boolean enabled;

    AccessLog(boolean enabled) {
        this.enabled = enabled;
    }

    void answered(HttpServletRequest request, int status, long bytes, long nanos) {
        if (enabled) {
            LOG.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getRequestURI())
                    .addKeyValue("client", request.getRemoteAddr())
                    .addKeyValue("status", status)
                    .addKeyValue("bytes", bytes)
                    .addKeyValue("micros", nanos / 1000)
                    .log("answered");
        }
    }
}
