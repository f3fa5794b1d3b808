package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What organisations with a few jobs a second notice of another with very many: from the event until its webhook is answered, which takes so long that the
 * workers are the bound and not the machine.
 */
final class Fairness {

    /** Jobs of the other organisation. */
    static final int FLOOD = 15_000;

    private static final Duration WORK = Duration.ofMillis(40);
    private static final String OTHER = "flood";
    private static final String WEBHOOK = "{type: webhook, url: \"%s\"}";
    private static final Predicate<String> OURS = Trickle::isOurs;

    private final BenchOptions options;
    private final JobServers servers;
    private final MeasuredQueue queue;

    Fairness(BenchOptions options, JobServers servers, MeasuredQueue queue) {
        this.options = options;
        this.servers = servers;
        this.queue = queue;
    }

    /** A line of the table. */
    String run() throws IOException, SQLException, InterruptedException {
        Outbox outbox = new Outbox(servers.url());
        try (Arrivals arrivals = Arrivals.open(WORK);
                Program server = servers.start(
                        "queued-webhook",
                        queue,
                        WEBHOOK.formatted(arrivals.url()),
                        "actions: {webhook: {allowedHosts: [127.0.0.1]}}, ")) {
            new WarmUp(options).run(server, () -> {
                outbox.append(Trickle.PER_SECOND * options.warmUpSeconds(), "'" + OTHER + "'");
                trickle(arrivals, options.warmUpSeconds());
                Outbox.await(() -> outbox.isFollowed() && queue.isEmpty());
            });
            double alone = trickle(arrivals, seconds());
            outbox.append(FLOOD, "'" + OTHER + "'");
            outbox.tell();
            Outbox.await(outbox::isFollowed);
            double beside = trickle(arrivals, seconds());
            double others = arrivals.count(OURS.negate()) / (double) seconds();
            if (queue.isEmpty()) {
                throw new IllegalStateException("the flood was over before the end");
            }
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f | %.2f | %,.0f |%n",
                    queue.name(),
                    alone,
                    beside,
                    beside / alone,
                    others);
        }
    }

    private int seconds() {
        return options.seconds() * options.rounds();
    }

    /** The p95 in milliseconds. */
    private double trickle(Arrivals arrivals, int seconds) throws SQLException {
        arrivals.forget();
        int events = Trickle.run(servers.url(), seconds);
        return Results.percentile(arrivals.await(events, OURS), 0.95);
    }
}
