package io.fraiseql.server.metrics;

import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.spi.Nullable;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts what observers do, also before the registry is there. */
public final class ObserverMetrics implements ObserverListener {

    private static final String PREFIX = "fraiseql_observer_";
    private static final String ACTION = "action_type";
    private static final String ERROR = "error_type";
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Why the try of an action can fail. */
    private static final Set<Failure> OF_TRIES = EnumSet.of(Failure.PERMANENT, Failure.TEMPORARY, Failure.TIMEOUT);

    private final Counter processed = counter("events_processed_total", "Events for which the rules were looked up");
    private final Counter failed = counter(
            "events_failed_total",
            "Events and deliveries that were given up: condition, unreadable, permanent, temporary, timeout",
            ERROR);
    private final Counter executed = counter("action_executed_total", "Actions that were done", ACTION);
    private final Counter errors = counter(
            "action_errors_total", "Tries of actions that failed: permanent, temporary, timeout", ACTION, ERROR);
    private final Counter alerts =
            counter("alerts_total", "Deliveries given up by rules that ask for an alert", "rule");
    private final Counter deferred = counter(
            "action_deferred_total",
            "Deliveries that had to wait before they were tried: circuit, rate, concurrency",
            ACTION,
            "reason");
    private final Counter opened =
            counter("circuit_opened_total", "How often a server that actions call was left alone", ACTION);
    private final Gauge open = Gauge.builder()
            .name(PREFIX + "circuits_open")
            .help("Servers that are left alone now")
            .labelNames(ACTION)
            .build();
    private final Histogram duration = Histogram.builder()
            .name(PREFIX + "action_duration_seconds")
            .help("Time that one try of an action took")
            .labelNames(ACTION)
            .classicOnly()
            .build();

    private final Counter detected = counter(
            "dedup_detected_total", "Actions, with a state store, that were done before or that another try may be at");
    private final Counter skipped =
            counter("dedup_processing_skipped_total", "Actions, with a state store, that were not done again");
    private final Counter unavailable = counter(
            "dedup_unavailable_total",
            "Actions that were tried although the state store could not tell whether they were done");

    /** What has no label of a rule or an action is there with 0 at once. */
    public ObserverMetrics() {
        for (Failure failure : Failure.values()) {
            failed.initLabelValues(word(failure));
        }
    }

    private static Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .build();
    }

    /**
     * Registers the metrics.
     *
     * @param backlog deliveries that are to be done; gives null while that is not known
     * @param dead letters, likewise
     */
    public void register(PrometheusRegistry registry, Supplier<@Nullable Long> backlog, Supplier<@Nullable Long> dead) {
        registry.register(processed);
        registry.register(failed);
        registry.register(executed);
        registry.register(errors);
        registry.register(alerts);
        registry.register(deferred);
        registry.register(opened);
        registry.register(open);
        registry.register(duration);
        gauge(registry, "backlog_size", "Deliveries that are to be done", backlog);
        gauge(registry, "dlq_items", "Dead letters", dead);
    }

    /** Registers what only moves with a state store. */
    public void registerDedup(PrometheusRegistry registry) {
        registry.register(detected);
        registry.register(skipped);
        registry.register(unavailable);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, Supplier<@Nullable Long> value) {
        Reading<Long> reading = new Reading<>(value);
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .callback(callback -> {
                    Long known = reading.now();
                    if (known != null) {
                        callback.call(known);
                    }
                })
                .register(registry);
    }

    /** Lets what can be counted of these rules begin with 0: who looks for an increase does not see one from nothing to 1. */
    @Override
    public void follows(List<ActiveRule> rules) {
        for (ActiveRule rule : rules) {
            if (rule.rule().onFailure() == Rule.OnFailure.ALERT) {
                alerts.initLabelValues(rule.rule().name());
            }
            rule.actions().forEach(action -> begin(action.type()));
        }
    }

    private void begin(String action) {
        executed.initLabelValues(action);
        opened.initLabelValues(action);
        open.initLabelValues(action);
        for (Failure failure : OF_TRIES) {
            errors.initLabelValues(action, word(failure));
        }
        for (Deferral reason : Deferral.values()) {
            deferred.initLabelValues(action, word(reason));
        }
    }

    @Override
    public void processed(int events) {
        processed.inc(events);
    }

    @Override
    public void failed(Failure failure) {
        failed.labelValues(word(failure)).inc();
    }

    @Override
    public void acted(String action, long nanos, @Nullable Failure failure) {
        duration.labelValues(action).observe(nanos / NANOS);
        if (failure == null) {
            executed.labelValues(action).inc();
        } else {
            errors.labelValues(action, word(failure)).inc();
        }
    }

    @Override
    public void alerted(String rule) {
        alerts.labelValues(rule).inc();
    }

    @Override
    public void deferred(String action, Deferral reason) {
        deferred.labelValues(action, word(reason)).inc();
    }

    @Override
    public void repeated(Repeat repeat) {
        if (repeat == Repeat.UNKNOWN) {
            unavailable.inc();
        } else {
            detected.inc();
        }
        if (repeat == Repeat.DONE) {
            skipped.inc();
        }
    }

    @Override
    public void circuit(String action, boolean isOpen) {
        if (isOpen) {
            opened.labelValues(action).inc();
            open.labelValues(action).inc();
        } else {
            open.labelValues(action).dec();
        }
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
