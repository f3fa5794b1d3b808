package io.fraiseql.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts subscriptions and their clients. Thread-safe. */
public final class SubscriptionMetrics {

    private final Gauge clients;
    private final Gauge active;
    private final Counter answers;
    private final Counter ended;

    /** Registers the metrics. */
    public SubscriptionMetrics(PrometheusRegistry registry) {
        clients = Gauge.builder()
                .name("fraiseql_subscription_clients")
                .help("WebSockets and event streams that are open now, by transport (websocket, sse)")
                .labelNames("transport")
                .withoutExemplars()
                .register(registry);
        active = Gauge.builder()
                .name("fraiseql_subscriptions_active")
                .help("Subscriptions that are answered now")
                .withoutExemplars()
                .register(registry);
        answers = Counter.builder()
                .name("fraiseql_subscription_answers_total")
                .help("Answers to subscriptions, one for each event and client")
                .withoutExemplars()
                .register(registry);
        ended = Counter.builder()
                .name("fraiseql_subscription_clients_ended_total")
                .help(
                        "WebSockets and event streams that have ended, by cause: client, refused (against the protocol), slow, silent, "
                                + "failed, stopping")
                .labelNames("cause")
                .withoutExemplars()
                .register(registry);
        clients.initLabelValues("websocket");
        clients.initLabelValues("sse");
        ended.initLabelValues("client");
    }

    /** Counts a client in. */
    public void opened(String transport) {
        clients.labelValues(transport).inc();
    }

    /** Counts a client out. */
    public void closed(String transport, String cause) {
        clients.labelValues(transport).dec();
        ended.labelValues(cause).inc();
    }

    /** Counts subscriptions in, or out. */
    public void active(int change) {
        active.inc(change);
    }

    /** Counts an answer. */
    public void answered() {
        answers.inc();
    }
}
