package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Rules of the shipped server whose webhooks go to an endpoint of the test. */
abstract class BaseWebhookIT {

    static final String[] SHORT_LEASE = {
        "events.log.lease=1500ms", "events.log.pollInterval=500ms", "observers.actions.webhook.allowedHosts=[127.0.0.1]"
    };

    @TempDir
    private Path folder;

    WebhookReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** A database whose rules are in the configuration: the compiled schema is the same for all tests. */
    ServedRules rules(TestDatabase database, String... observers) throws IOException {
        return configured(database, "rules: [" + String.join(", ", observers) + "]");
    }

    ServedRules configured(TestDatabase database, String observers) throws IOException {
        ServedRules rules = ServedRules.create(folder, database);
        rules.configure(observers);
        return rules;
    }

    /** A rule for the rows of one state, with a webhook to a path. */
    String rule(String name, String state, String path, String more, String... parameters) {
        return "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"condition\": \"state == '%s'\", %s\"actions\": [{\"type\": \"webhook\", \"url\": \"%s\"%s}]}"
                .formatted(name, state, more, receiver.url(path), String.join("", parameters));
    }

    static String retry(int attempts, String more) {
        return "\"retry\": {\"max_attempts\": " + attempts + ", \"initial_delay_ms\": 50}, " + more;
    }

    static String dlq(ServedRules rules, String action, String... options) throws IOException {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "dlq";
        arguments[1] = action;
        arguments[2] = "config.yml";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return rules.folder().succeed(arguments).out();
    }

    static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(ServedRules.SOON, Duration.ofMillis(20), condition))
                .isTrue();
    }
}
