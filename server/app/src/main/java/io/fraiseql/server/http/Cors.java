package io.fraiseql.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

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
    void apply(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return;
        }
        if (!every) {
            response.addHeader("Vary", "Origin");
        }
        String origin = request.getHeader("Origin");
        if (origin == null || !every && !origins.contains(origin)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", every ? "*" : origin);
        response.setHeader("Access-Control-Expose-Headers", RequestIds.HEADER + ", Retry-After");
        if (credentials) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    /** Adds what only the answer to a preflight says; after {@link #apply}. */
    void preflight(HttpServletRequest request, HttpServletResponse response, String methods) {
        boolean allowed = response.containsHeader("Access-Control-Allow-Origin");
        if (allowed && request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader("Access-Control-Allow-Headers", headers);
            response.setHeader("Access-Control-Max-Age", maxAge);
        }
    }
}
