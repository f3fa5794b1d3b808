package io.fraiseql.server.metrics;

import io.fraiseql.core.observer.JobListener;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.JobFigures;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts what becomes of jobs, also before the registry is there. */
public final class JobMetrics implements JobListener {

    private static final String PREFIX = "fraiseql_observer_job_";
    private static final String ACTION = "action_type";
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Counter queued = Counter.builder()
            .name(PREFIX + "queued_total")
            .help("Jobs added to the queue")
            .build();
    private final Map<End, Counter> ends = new EnumMap<>(Map.of(
            End.DONE, counter("executed_total", "Jobs that were done"),
            End.RETRIED, counter("retry_attempts_total", "Tries of jobs that failed and are to be followed by another"),
            End.DEAD, counter("failed_total", "Jobs that were given up"),
            End.LEFT, counter("left_total", "Claims of jobs that were left for later without a try"),
            End.LOST, counter("lost_total", "Claims of jobs that ended before this server was done with them")));
    private final Histogram duration = Histogram.builder()
            .name(PREFIX + "duration_seconds")
            .help("Time from the claim of a job to its end")
            .labelNames(ACTION)
            .classicOnly()
            .build();

    private static Counter counter(String name, String help) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(ACTION)
                .build();
    }

    /**
     * Registers the metrics.
     *
     * @param figures how many jobs there are; gives null while that is not known
     */
    public void register(PrometheusRegistry registry, Supplier<@Nullable JobFigures> figures) {
        registry.register(queued);
        ends.values().forEach(registry::register);
        registry.register(duration);
        Reading<JobFigures> reading = new Reading<>(figures);
        GaugeWithCallback.builder()
                .name(PREFIX + "queue_depth")
                .help("Jobs in the queue: pending, delayed, running")
                .labelNames("state")
                .callback(callback -> {
                    JobFigures known = reading.now();
                    if (known != null) {
                        callback.call(known.pending(), "pending");
                        callback.call(known.delayed(), "delayed");
                        callback.call(known.running(), "running");
                    }
                })
                .register(registry);
    }

    @Override
    public void serves(Set<String> types) {
        types.forEach(type -> ends.values().forEach(counter -> counter.initLabelValues(type)));
    }

    @Override
    public void queued(int jobs) {
        queued.inc(jobs);
    }

    @Override
    public void ended(String type, End end, long nanos) {
        Counter counter = ends.get(end);
        if (counter != null) {
            counter.labelValues(type).inc();
        }
        if (end == End.DONE || end == End.RETRIED || end == End.DEAD) {
            duration.labelValues(type).observe(nanos / NANOS);
        }
    }
}
