package io.fraiseql.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts ask for what there is: {@link MetricsTest} holds the reference that they are compared with. */
final class MonitoringTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| (.*?) \\|");
    private static final Pattern SELECTOR = Pattern.compile("\\b((?:fraiseql|jvm|process)_\\w+)(\\{[^}]*})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*=~?\\s*\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    /** What Prometheus adds, and histograms have. */
    private static final Set<String> ALWAYS = Set.of("instance", "le");

    private final Map<String, Set<String>> labels = new HashMap<>();

    MonitoringTest() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(DOCS.resolve("metrics.md")));
        while (rows.find()) {
            Set<String> of = new TreeSet<>(ALWAYS);
            Pattern.compile("\\w+").matcher(rows.group(3)).results().forEach(label -> of.add(label.group()));
            labels.put(rows.group(1) + (rows.group(2).equals("histogram") ? "_bucket" : ""), of);
        }
        labels.put("jvm_memory_used_bytes", Set.of("instance", "area"));
        labels.put("process_cpu_seconds_total", ALWAYS);
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(DOCS.resolve("monitoring/grafana-dashboard.json").toFile());
        List<String> queries = texts(dashboard, "expr");
        assertThat(queries).hasSizeGreaterThan(30);
        queries.forEach(this::asksForWhatThereIs);
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                Pattern.compile("\\{\\{(\\w+)}}")
                        .matcher(target.path("legendFormat").asText())
                        .results()
                        .forEach(
                                label -> assertThat(grouping(target.path("expr").asText()))
                                        .contains(label.group(1)));
            }
        }
    }

    @Test
    void theAlertsAskForWhatThereIs() throws IOException {
        JsonNode alerts = new ObjectMapper(new YAMLFactory())
                .readTree(DOCS.resolve("monitoring/alerts.yml").toFile());
        List<String> queries = texts(alerts, "expr");
        assertThat(queries).hasSizeGreaterThan(8);
        queries.forEach(this::asksForWhatThereIs);
    }

    private void asksForWhatThereIs(String query) {
        Set<String> known = new TreeSet<>();
        Matcher selectors = SELECTOR.matcher(query);
        while (selectors.find()) {
            assertThat(labels).as(query).containsKey(selectors.group(1));
            known.addAll(labels.get(selectors.group(1)));
            if (selectors.group(2) != null) {
                MATCHER.matcher(selectors.group(2)).results().forEach(label -> assertThat(
                                labels.get(selectors.group(1)))
                        .as(query)
                        .contains(label.group(1)));
            }
        }
        assertThat(known).as(query).isNotEmpty().containsAll(grouping(query));
    }

    private static List<String> grouping(String query) {
        return GROUPING.matcher(query)
                .results()
                .flatMap(by -> Pattern.compile(",\\s*").splitAsStream(by.group(1)))
                .toList();
    }

    private static List<String> texts(JsonNode tree, String key) {
        List<String> found = new ArrayList<>(tree.findValuesAsText(key));
        found.removeIf(String::isEmpty);
        return found;
    }
}
