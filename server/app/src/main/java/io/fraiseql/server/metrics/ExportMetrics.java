package io.fraiseql.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** Counts streamed lists. Thread-safe. */
public final class ExportMetrics {

    private final Counter exports;
    private final Counter rows;
    private final Gauge active;

    /** Registers the metrics. */
    public ExportMetrics(PrometheusRegistry registry) {
        exports = Counter.builder()
                .name("fraiseql_exports_total")
                .help("Streams by format (ndjson, csv, json) and end: complete, client_gone, stalled, failed")
                .labelNames("format", "end")
                .withoutExemplars()
                .register(registry);
        rows = Counter.builder()
                .name("fraiseql_export_rows_total")
                .help("Rows of ended streams")
                .withoutExemplars()
                .register(registry);
        active = Gauge.builder()
                .name("fraiseql_exports_active")
                .help("Streams that run now, each with a database connection")
                .withoutExemplars()
                .register(registry);
        exports.initLabelValues("ndjson", ExportEnd.COMPLETE.label());
    }

    /** Counts a stream in; followed by one {@link #ended}. */
    public void begun() {
        active.inc();
    }

    /** Counts a stream out. */
    public void ended(Enum<?> format, ExportEnd end, long rowsGiven) {
        active.dec();
        rows.inc(rowsGiven);
        exports.labelValues(format.name().toLowerCase(Locale.ROOT), end.label()).inc();
    }
}
