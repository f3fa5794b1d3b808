package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done at times, by the shipped server. */
class SchedulesIT extends BaseWebhookIT {

    static final Set<String> KEYS = Set.of("observers.schedules");

    private static final String SEEN = "SELECT COUNT(*) FROM fraiseql_observer_schedule";

    private ServedRules scheduled(TestDatabase database) throws IOException {
        ServedRules rules = rules(database);
        String config =
                "schedules: [{\"name\": \"yearly\", \"cron\": \"0 0 1 jan *\", \"actions\": [{\"type\": \"webhook\", \"url\": \"%s\"}]}]";
        Path file = rules.folder().distribution().folder().resolve("config.yml");
        String url = receiver.url("/{{ event.key }}/{{ event.time }}");
        Files.writeString(file, Files.readString(file) + config.formatted(url).indent(2));
        return rules;
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void onlyTheLastTimeThatWasMissedIsSeenToAndOnce(TestDatabase database) throws IOException {
        Matrix.assumeRuns(database, TestDatabase.POSTGRESQL);
        ServedRules rules = scheduled(database);
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            rules.await(1, SEEN);
            assertThat(server.port()).isPositive();
        }
        assertThat(receiver.at(path(0))).as("nothing is due from before").isEmpty();
        for (int i = 0; i < 2; i++) {
            rules.folder()
                    .fill("UPDATE fraiseql_observer_schedule SET minute = minute - "
                            + Duration.ofDays(1500).toMinutes());
            try (DistributionServer first = rules.folder().serve(SHORT_LEASE);
                    DistributionServer second = database == TestDatabase.SQLITE
                            ? first
                            : rules.folder().serve(SHORT_LEASE)) {
                int wanted = i + 1;
                await(() -> receiver.at(path(0)).size() == wanted);
                rules.await(0, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
                rules.await(0, "SELECT COUNT(*) FROM fraiseql_job");
                assertThat(second.output()).doesNotContain("ERROR");
            }
        }
        assertThat(receiver.at(path(0)).stream()
                        .map(one -> one.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.at(path(1))).as("missed before the last one").isEmpty();
    }

    private static String path(int yearsAgo) {
        Instant last = Year.now(ZoneOffset.UTC)
                .minusYears(yearsAgo)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return "/yearly/" + last;
    }

    /** The server that follows the rules, and no job, has it done. */
    @Test
    void thoseOfTheSchemaAreCheckedAndSeenTo() throws IOException {
        ServedRules rules = rules(TestDatabase.POSTGRESQL);
        String schedule =
                "{\"name\": \"early\", \"cron\": \"* * * * *\", \"mode\": \"direct\", \"actions\": [{\"type\": \"log\", \"message\": \"%s\"}]}";
        assertThat(rules.refusedSchedule(schedule.formatted("{{ title }}")))
                .contains("/schedules/0/actions/0/message", "`event.time`");
        rules.schedule(schedule.formatted("it is {{ event.time }};"));
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            rules.await(1, SEEN);
            assertThat(server.port()).isPositive();
        }
        rules.folder().fill("UPDATE fraiseql_observer_schedule SET minute = minute - 3");
        try (DistributionServer server = rules.folder().serve(SHORT_LEASE)) {
            ServedRules.awaitOutput(server, "it is 2");
        }
        assertThat(rules.folder().succeed("observers", "list", "config.yml").out())
                .contains("early", "schema");
    }

    @Test
    void whatCannotBeUsedIsRefused() throws IOException {
        ServedRules rules = scheduled(TestDatabase.POSTGRESQL);
        String action = "actions: [{type: log, message: '%s'}]";
        refused(
                rules,
                "{name: a, cron: '0 3 * * 9', " + action + "}",
                "/observers/schedules/0/cron: the day of the week `9`");
        refused(rules, "{name: a, cron: '0 3 * * *', zone: Mars, " + action + "}", "/zone: `Mars` is no time zone");
        refused(rules, "{name: a, " + action + "}", "`cron` is missing");
        refused(
                rules,
                "{name: a, cron: '0 3 * * *', entity: Ticket, " + action + "}",
                "/entity: `entity` is for rules about writes");
        refused(rules, "{name: a, cron: '0 3 * * *', corn: x, " + action + "}", "`corn` is not a key");
        refused(
                rules,
                "{name: a, cron: '0 3 * * *', " + action.formatted("{{ title }}") + "}",
                "/observers/schedules/0/actions/0/message",
                "`event.time`");
    }

    private static void refused(ServedRules rules, String schedule, String... expected) throws IOException {
        assertThat(rules.folder()
                        .check("observers.schedules=[" + schedule + "]")
                        .err())
                .contains(expected);
    }
}
