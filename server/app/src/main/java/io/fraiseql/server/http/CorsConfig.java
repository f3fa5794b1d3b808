package io.fraiseql.server.http;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;
import java.util.List;

/** {@code http.cors}: off while {@code origins} is empty. */
public record CorsConfig(
        @Default("[]") @Help("Origins that may call, such as https://app.example.com; \"*\" for every one")
        List<String> origins,

        @Default("[Content-Type, Accept, Authorization, X-Request-Id]")
        @Help("Request headers that those pages may send")
        List<String> headers,

        @Default("false") @Help("Whether cookies and other credentials may be sent; not together with \"*\"")
        boolean credentials,

        @Default("1h") @Help("How long browsers may remember the permission")
        Duration maxAge) {

    public CorsConfig {
        origins = List.copyOf(origins);
        headers = List.copyOf(headers);
        Durations.requireNotNegative("maxAge", maxAge);
        if (credentials && origins.contains("*")) {
            throw new IllegalArgumentException(
                    "credentials cannot be allowed for every origin; list the origins by name");
        }
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("[a-z][a-z0-9+.-]*://[^/\\s]+")) {
                throw new IllegalArgumentException(
                        "'" + origin + "' is not an origin; write scheme://host or scheme://host:port without a path");
            }
        }
    }
}
