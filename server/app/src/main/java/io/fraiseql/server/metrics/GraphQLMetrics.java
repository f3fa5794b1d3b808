package io.fraiseql.server.metrics;

import io.fraiseql.core.request.Outcome;
import io.fraiseql.spi.error.ErrorCode;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts GraphQL operations and errors. Thread-safe; the children are resolved once, not for each request. */
public final class GraphQLMetrics {

    private static final String[] TYPES = {"query", "mutation", "subscription", "unknown"};

    private final Map<String, ByOutcome> operations = new HashMap<>();
    private final ByOutcome unknown;
    private final Counter errors;
    private final Map<ErrorCode, CounterDataPoint> byCode = new ConcurrentHashMap<>();

    /** Registers the metrics. */
    public GraphQLMetrics(PrometheusRegistry registry) {
        Counter counter = Counter.builder()
                .name("fraiseql_graphql_operations_total")
                .help(
                        "Operations by type (query, mutation, subscription, unknown) and outcome: success, partial (data with "
                                + "errors), refused (no data)")
                .labelNames("type", "outcome")
                .withoutExemplars()
                .register(registry);
        for (String type : TYPES) {
            operations.put(type, new ByOutcome(counter, type));
        }
        unknown = new ByOutcome(counter, "unknown");
        errors = Counter.builder()
                .name("fraiseql_graphql_errors_total")
                .help("Answers with errors, by the code of the first one")
                .labelNames("code")
                .withoutExemplars()
                .register(registry);
    }

    /** Counts an operation and its first error. */
    public void executed(Outcome outcome) {
        ByOutcome counters = operations.getOrDefault(outcome.operationType(), unknown);
        ErrorCode error = outcome.error();
        if (error == null) {
            counters.success.inc();
        } else {
            (outcome.executed() ? counters.partial : counters.refused).inc();
            failed(error);
        }
    }

    /** Counts an error of a request that never became an operation. */
    public void failed(ErrorCode code) {
        byCode.computeIfAbsent(code, key -> errors.labelValues(key.name())).inc();
    }

    private static final class ByOutcome {
        private final CounterDataPoint success;
        private final CounterDataPoint partial;
        private final CounterDataPoint refused;

        ByOutcome(Counter counter, String type) {
            success = counter.labelValues(type, "success");
            partial = counter.labelValues(type, "partial");
            refused = counter.labelValues(type, "refused");
        }
    }
}
