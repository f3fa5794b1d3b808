package io.fraiseql.server.http;

import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/**
 * The {@code http} section of the configuration: how requests are taken, bounded and answered. Ports and connectors belong to
 * Dropwizard's {@code server} section.
 */
public record HttpConfig(
        @Default("false") @Help("Production mode: no GraphiQL, no introspection")
        boolean production,

        @Default("1MiB") @Help("The largest request body; a larger one is answered with 413")
        ByteSize maxBody,

        @Default("30s") @Help("How long one request may take, waiting included; then its statement is cancelled")
        Duration timeout,

        @Default("false") @Help("Write one log line for each GraphQL request")
        boolean accessLog,

        @Default("{}") @Help("How many requests may wait for a database connection")
        AdmissionConfig admission,

        @Default("{}") @Help("Which web pages of other origins may call")
        CorsConfig cors,

        @Default("{}") @Help("gzip of large answers") CompressionConfig compression,
        @Default("{}") @Help("What happens on SIGTERM") DrainConfig drain,

        @Default("{}") @Help("Lists that are streamed row by row")
        ExportConfig export,

        @Default("{}") @Help("WebSockets and event streams") SubscriptionsConfig subscriptions) {

    public HttpConfig {
        if (maxBody.bytes() < 1 || maxBody.bytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("maxBody must be between 1B and 1GiB");
        }
        Durations.requirePositive("timeout", timeout);
    }
}
