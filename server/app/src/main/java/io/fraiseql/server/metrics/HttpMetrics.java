package io.fraiseql.server.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

/** Counts HTTP requests on {@code /graphql}. Thread-safe; the children are resolved once, not for each request. */
public final class HttpMetrics {

    private static final int STATUSES = 600;
    private static final double NANOS = 1e-9;

    private final Counter requests;
    private final AtomicReferenceArray<CounterDataPoint> byStatus = new AtomicReferenceArray<>(STATUSES);
    private final DistributionDataPoint duration;
    private final Map<Rejection, CounterDataPoint> rejected = new EnumMap<>(Rejection.class);
    private final CounterDataPoint aborted;

    /** Registers the metrics; {@code inFlight} is asked at each scrape. */
    public HttpMetrics(PrometheusRegistry registry, LongSupplier inFlight) {
        requests = Counter.builder()
                .name("fraiseql_http_requests_total")
                .help("Requests to /graphql that were answered, by HTTP status")
                .labelNames("status")
                .withoutExemplars()
                .register(registry);
        duration = Histogram.builder()
                .name("fraiseql_http_request_duration_seconds")
                .help("Time from the first byte of a request to /graphql to the last byte of its answer")
                .classicOnly()
                .classicUpperBounds(.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30)
                .withoutExemplars()
                .register(registry);
        GaugeWithCallback.builder()
                .name("fraiseql_http_in_flight")
                .help("Requests to /graphql that are being answered now")
                .callback(callback -> callback.call(inFlight.getAsLong()))
                .register(registry);
        Counter rejections = Counter.builder()
                .name("fraiseql_http_rejected_total")
                .help("Requests refused with 503 without being tried, by reason")
                .labelNames("reason")
                .withoutExemplars()
                .register(registry);
        for (Rejection reason : Rejection.values()) {
            rejected.put(reason, rejections.labelValues(reason.label()));
        }
        aborted = Counter.builder()
                .name("fraiseql_http_aborted_total")
                .help("Requests that ended before the client had the whole answer")
                .withoutExemplars()
                .register(registry);
        status(200);
    }

    /** Counts an answered request. */
    public void answered(int status, long nanos) {
        status(status).inc();
        duration.observe(nanos * NANOS);
    }

    /** Counts a request that was refused without being tried. */
    public void rejected(Rejection reason) {
        CounterDataPoint counter = rejected.get(reason);
        if (counter != null) {
            counter.inc();
        }
    }

    /** Counts a request whose client went away. */
    public void aborted() {
        aborted.inc();
    }

    private CounterDataPoint status(int status) {
        CounterDataPoint counter = byStatus.get(status);
        if (counter == null) {
            counter = requests.labelValues(Integer.toString(status));
            byStatus.set(status, counter);
        }
        return counter;
    }
}
