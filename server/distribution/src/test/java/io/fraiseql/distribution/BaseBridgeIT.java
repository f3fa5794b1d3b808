package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestNats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Servers that put the event log into a NATS, and servers that follow the rules from there. */
abstract class BaseBridgeIT extends BaseWebhookIT {

    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");

    /** A rule for all writes of tickets, which goes on trying. */
    String any(String name, String path) {
        return "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"ANY\", \"retry\": {\"max_attempts\": 500, \"initial_delay_ms\": 50, \"max_delay_ms\": 200}, \"actions\": [{\"type\": \"webhook\", \"url\": \"%s\"}]}"
                .formatted(name, receiver.url(path));
    }

    static String[] bridge(TestNats nats, String... more) {
        return with(nats, "observers.topology=bridge", more);
    }

    static String[] workers(TestNats nats, String... more) {
        return with(
                nats,
                "observers.topology=workers",
                Stream.concat(Stream.of("events.roles=[workers]", "observers.circuit.enabled=false"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String[] with(TestNats nats, String topology, String... more) {
        List<String> settings = new ArrayList<>(List.of(SHORT_LEASE));
        settings.addAll(List.of(
                topology,
                "observers.transport=jetstream",
                "plugins.transport-nats.jetstream.connection.servers=[\"" + nats.url() + "\"]",
                "plugins.transport-nats.jetstream.ackWait=2s"));
        if (Stream.of(more).noneMatch(setting -> setting.contains("partitions"))) {
            settings.add("plugins.transport-nats.jetstream.partitions=4");
        }
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    List<String> ids(String path) {
        return receiver.at(path).stream()
                .map(one -> one.header("webhook-id"))
                .distinct()
                .toList();
    }

    static void update(DistributionServer server, int id, int state) throws IOException {
        ServedRules.mutate(server, "updateTicket(id: " + id + ", set: {state: \"" + state + "\"}) { id }");
    }

    /** The positions of the events in some webhooks, in the order in which these came. */
    static List<Long> positions(List<WebhookReceiver.Received> webhooks) {
        return webhooks.stream()
                .map(one -> Long.parseLong(found(POSITION, one.body())))
                .toList();
    }

    static long position(String event) {
        return Long.parseLong(found(POSITION, event));
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
