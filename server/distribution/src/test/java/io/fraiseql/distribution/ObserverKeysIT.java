package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each key of the observers changes. */
class ObserverKeysIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of("observers.enabled", "observers.rules");

    /** Longer than it takes where it happens. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private static final String RULE = """
            {"name": "any", "entity": "Ticket", "event": "ANY", "actions": [{"type": "log", "message": "any {{ id }};"}]}""";

    @TempDir
    private Path folder;

    @Test
    void enabledIsWhetherThisServerFollowsTheRules() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE, RULE);
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.create(server, 1, "");
            ServedRules.awaitOutput(server, "any 1;");
        }
        try (DistributionServer server = rules.folder().serve("observers.enabled=false")) {
            ServedRules.create(server, 2, "");
            assertThat(Waiting.until(LONG_ENOUGH, () -> server.output().contains("any 2;")))
                    .isFalse();
        }
        try (DistributionServer server = rules.folder().serve()) {
            ServedRules.awaitOutput(server, "any 2;");
        }
    }

    @Test
    void rulesAreFollowedBesidesThoseOfTheSchema() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.SQLITE, RULE);
        String setting = "observers.rules=[{name: more, entity: Ticket, event: INSERT, condition: \"id > 1\","
                + " actions: [{type: log, message: \"more {{ id }};\"}]}]";
        try (DistributionServer server = rules.folder().serve(setting)) {
            ServedRules.create(server, 1, "");
            ServedRules.create(server, 2, "");
            ServedRules.awaitOutput(server, "any 1;", "any 2;", "more 2;");
            assertThat(server.output()).doesNotContain("more 1;");
        }
    }
}
