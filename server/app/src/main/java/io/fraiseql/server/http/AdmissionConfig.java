package io.fraiseql.server.http;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.time.Duration;

/** {@code http.admission}: as many requests execute at once as the database pool has connections; these bounds are for the rest. */
public record AdmissionConfig(
        @Default("256") @Help("How many requests may wait; one more is answered with 503 and Retry-After")
        int queue,

        @Default("5s") @Help("How long a request may wait before it is answered with 503")
        Duration maxWait) {

    public AdmissionConfig {
        if (queue < 0) {
            throw new IllegalArgumentException("queue cannot be negative");
        }
        Durations.requireNotNegative("maxWait", maxWait);
    }
}
