package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.server.metrics.EngineFigure;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {

    private static final Path REFERENCE = Path.of("../../docs/metrics.md");
    private static final Path GENERATED = Path.of("target/metrics.md");

    private TestingServer server;

    @BeforeEach
    void start() {
        server = new TestingServer(new FakeEngine());
        server.send(server.graphql("query"));
        server.send(server.graphql("invalid"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theReferenceListsWhatTheRegistryHas() throws IOException {
        StringBuilder table = new StringBuilder();
        families().forEach((name, row) -> table.append(row));
        String text = Files.readString(REFERENCE);
        int start = text.indexOf("|---|---|---|---|\n") + "|---|---|---|---|\n".length();
        int end = text.indexOf("\n\n", start - 1) + 1;
        String generated = text.substring(0, start) + table + text.substring(end);
        Files.writeString(GENERATED, generated);

        assertThat(text).as("copy server/app/%s to docs/metrics.md", GENERATED).isEqualTo(generated);
    }

    @Test
    void aScrapeShowsEveryDocumentedName() throws IOException {
        String scrape = server.get(server.adminUri("/metrics")).body();
        Matcher names = Pattern.compile("`((?:fraiseql|jvm|process)_\\w+)`").matcher(Files.readString(REFERENCE));

        int count = 0;
        while (names.find()) {
            assertThat(scrape).containsPattern("(?m)^" + names.group(1) + "(_count)?[ {]");
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void requestsMoveTheirCounters() {
        double queries = Scrape.value(server, "fraiseql_graphql_operations_total{outcome=\"success\",type=\"query\"}");
        double requests = Scrape.value(server, "fraiseql_http_requests_total{status=\"200\"}");
        double durations = Scrape.value(server, "fraiseql_http_request_duration_seconds_count");

        server.send(server.graphql("query"));
        server.send(server.graphql("partial"));
        server.send(server.graphql("forbidden").header("Accept", "application/graphql-response+json"));

        assertThat(Scrape.value(server, "fraiseql_graphql_operations_total{outcome=\"success\",type=\"query\"}"))
                .isEqualTo(queries + 1);
        assertThat(Scrape.value(server, "fraiseql_graphql_operations_total{outcome=\"partial\",type=\"query\"}"))
                .isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_graphql_operations_total{outcome=\"refused\",type=\"query\"}"))
                .isEqualTo(2);
        assertThat(Scrape.value(server, "fraiseql_graphql_errors_total{code=\"FORBIDDEN\"}"))
                .isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_graphql_errors_total{code=\"TIMEOUT\"}"))
                .isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_http_requests_total{status=\"200\"}"))
                .isEqualTo(requests + 2);
        assertThat(Scrape.value(server, "fraiseql_http_requests_total{status=\"403\"}"))
                .isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_http_request_duration_seconds_count"))
                .isEqualTo(durations + 3);
    }

    @Test
    void aQueryAsLargeAsOnlyAMutationMayBeIsOneError() {
        try (TestingServer large =
                new TestingServer(new FakeEngine(), TestingServer.CONFIG, 1, new HttpServerFactory(), 1 << 20)) {
            assertThat(large.send(large.graphql("invalid" + " ".repeat(100_000)))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(Scrape.value(large, "fraiseql_graphql_errors_total{code=\"PAYLOAD_TOO_LARGE\"}"))
                    .isEqualTo(1);
            assertThat(large.get(large.adminUri("/metrics")).body())
                    .doesNotContain("code=\"GRAPHQL_VALIDATION_FAILED\"");
        }
    }

    @Test
    void showsWhatTheEngineAndThePoolTell() {
        server.engineCount.set(7);

        for (EngineFigure figure : EngineFigure.values()) {
            assertThat(Scrape.value(server, figure.metric())).as(figure.name()).isEqualTo(7);
        }
        assertThat(Scrape.value(server, "fraiseql_db_pool_active")).isEqualTo(1);
        assertThat(Scrape.value(server, "fraiseql_db_pool_idle")).isEqualTo(2);
        assertThat(Scrape.value(server, "fraiseql_db_pool_waiting")).isEqualTo(3);
        assertThat(Scrape.value(server, "fraiseql_db_pool_max")).isEqualTo(4);
    }

    @Test
    void dropwizardsMetricsAreInTheSameRegistry() {
        assertThat(server.get(server.adminUri("/metrics")).body())
                .contains("org_eclipse_jetty_util_thread_QueuedThreadPool_dw_size");
    }

    private Map<String, String> families() {
        Map<String, String> rows = new TreeMap<>();
        for (MetricSnapshot snapshot : server.metrics().registry().scrape(name -> name.startsWith("fraiseql_"))) {
            String type = snapshot instanceof CounterSnapshot
                    ? "counter"
                    : snapshot instanceof HistogramSnapshot ? "histogram" : "gauge";
            String name = snapshot.getMetadata().getPrometheusName() + (type.equals("counter") ? "_total" : "");
            String labels = snapshot.getDataPoints().iterator().next().getLabels().stream()
                    .map(Label::getName)
                    .map(label -> "`" + label + "`")
                    .collect(Collectors.joining(", "));
            rows.put(
                    name,
                    "| `%s` | %s | %s | %s |%n"
                            .formatted(
                                    name, type, labels, snapshot.getMetadata().getHelp()));
        }
        return rows;
    }
}
