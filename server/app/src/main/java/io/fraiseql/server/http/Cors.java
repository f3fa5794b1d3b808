package io.fraiseql.server.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Lets web pages of the configured origins call. Thread-safe. */
final class Cors {

    private final Set<String> origins;
    private final boolean every;
    private final boolean credentials;
    private final String headers;
    private final String maxAge;

    Cors(CorsConfig config) {
        origins = Set.copyOf(config.origins());
        every = origins.contains("*");
        credentials = config.credentials();
        headers = String.join(", ", config.headers());
        maxAge = Long.toString(config.maxAge().toSeconds());
    }

    /** Adds the headers to any answer. A page of another origin gets none, so its browser keeps the answer from it. */
    void apply(Request request, Response response) {
        if (origins.isEmpty()) {
            return;
        }
        if (!every) {
            response.getHeaders().add("Vary", "Origin");
        }
        String origin = request.getHeaders().get("Origin");
        if (origin == null || !every && !origins.contains(origin)) {
            return;
        }
        response.getHeaders().put("Access-Control-Allow-Origin", every ? "*" : origin);
        response.getHeaders().put("Access-Control-Expose-Headers", RequestIds.HEADER + ", Retry-After");
        if (credentials) {
            response.getHeaders().put("Access-Control-Allow-Credentials", "true");
        }
    }

    /** Whether the page that asks, if one does, may hold a connection, from which no browser keeps the answers: one of this server or of the origins. */
    boolean mayConnect(Request request) {
        String origin = request.getHeaders().get("Origin");
        String host = request.getHeaders().get("Host");
        return origin == null
                || every
                || origins.contains(origin)
                || host != null && origin.toLowerCase(Locale.ROOT).endsWith("://" + host.toLowerCase(Locale.ROOT));
    }

    /** Adds what only the answer to a preflight says; after {@link #apply}. */
    void preflight(Request request, Response response, String methods) {
        boolean allowed = response.getHeaders().contains("Access-Control-Allow-Origin");
        if (allowed && request.getHeaders().get("Access-Control-Request-Method") != null) {
            response.getHeaders().put("Access-Control-Allow-Methods", methods);
            response.getHeaders().put("Access-Control-Allow-Headers", headers);
            response.getHeaders().put("Access-Control-Max-Age", maxAge);
        }
    }
}
