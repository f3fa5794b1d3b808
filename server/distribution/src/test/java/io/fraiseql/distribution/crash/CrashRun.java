package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.crash.Write.State;
import io.fraiseql.distribution.engine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Servers of the distribution over one database that write and deliver while they, and what carries their work, are killed and suspended; afterwards a ledger
 * that no server has held tells whether anything was lost, made up, doubled without need or out of order. {@code scripts/crash} runs it.
 */
public final class CrashRun {

    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final CrashOptions options;
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private final List<String> lines = new ArrayList<>();

    public CrashRun(CrashOptions options) {
        this.options = options;
    }

    /** Ends with 1 when there are findings, with 2 when it was called wrongly. */
    public static void main(String[] arguments) throws IOException {
        CrashOptions options;
        try {
            options = CrashOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("crash: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory(Path.of("target"), "crash");
        CrashResult result = new CrashRun(options).run(folder.toAbsolutePath());
        System.out.println(result);
        if (result.isGood()) {
            delete(folder);
        } else {
            System.out.println("the servers' folder is kept: " + folder.toAbsolutePath());
        }
        System.exit(result.isGood() ? 0 : 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** @param folder an empty one, for the distribution and the database */
    public CrashResult run(Path folder) throws IOException {
        long started = System.nanoTime();
        lines.add("%s on %s, seed %d: %d servers, %d writers on %d rows, lease %d ms"
                .formatted(
                        options.topology(),
                        options.database().dialect(),
                        options.seed(),
                        options.topology().servers(options.database()).size(),
                        options.writers(),
                        options.keys(),
                        CrashOptions.LEASE.toMillis()));
        try (Receiver receiver = new Receiver(options.seed());
                Broker broker = options.topology().broker(folder)) {
            Stock stock = Stock.create(folder, options, broker, receiver.url());
            try (Fleet fleet = new Fleet(stock, options)) {
                Disturber disturber = new Disturber(options, stock, fleet, broker, receiver, ledger, findings);
                write(fleet, disturber);
                double writing = seconds(started);
                drain(stock);
                lines.add("%.0f s writing, %.0f s in all".formatted(writing, seconds(started)));
                report(disturber.tally(), stock);
                check(stock, receiver, fleet, broker);
                return new CrashResult(lines, disturber.tally().failovers(), findings);
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void write(Fleet fleet, Disturber disturber) {
        ExecutorService writers = Executors.newFixedThreadPool(options.writers());
        try {
            for (int i = 0; i < options.writers(); i++) {
                writers.execute(new Writer(options, ledger, fleet, i));
            }
            disturber.run();
            writers.shutdown();
            findings.require(
                    writers.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS),
                    "the writers did not come to an end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writers.shutdownNow();
        }
    }

    /** Waits until everything that was written is delivered. */
    private void drain(Stock stock) {
        boolean empty = Waiting.until(DRAIN, LOOK, () -> stock.unfinished() == 0);
        findings.require(empty, "%d events or deliveries are not done after %s", stock.unfinished(), DRAIN);
        findings.require(stock.dead() == 0, "%d deliveries were given up", stock.dead());
    }

    private void report(Tally tally, Stock stock) {
        lines.addAll(tally.lines());
        lines.add("other owners: %d of '%s', %d of the positions"
                .formatted(
                        stock.takeovers(options.topology().cursor()) - 1,
                        options.topology().cursor(),
                        stock.takeovers("sequencer") - 1));
        for (Victim kind : options.victims()) {
            findings.require(
                    tally.kills(kind) >= options.kills(), "only %d of %s were killed", tally.kills(kind), kind);
        }
    }

    private void check(Stock stock, Receiver receiver, Fleet fleet, Broker broker) {
        List<LoggedEvent> events = stock.events();
        WriteCheck writes = new WriteCheck(ledger.writes(), events, findings);
        writes.check(stock.rows());
        lines.add("writes: %d acknowledged, %d refused, %d unanswered, of which %d are written"
                .formatted(
                        ledger.count(State.ACKNOWLEDGED),
                        ledger.count(State.REFUSED),
                        ledger.count(State.UNKNOWN),
                        writes.unknownWritten()));
        broker.check(events, findings);
        DeliveryCheck deliveries =
                new DeliveryCheck(options.topology().routes(), events, receiver.arrivals(), fleet, findings);
        deliveries.check();
        lines.add("events: %d, positions without gap".formatted(events.size()));
        lines.add(
                "webhooks: %d, of which %d were refused by the receiver and %d repeat an acknowledged one (%d of them late, by a server that had been suspended)"
                        .formatted(
                                receiver.arrivals().size(),
                                deliveries.refused(),
                                deliveries.repeats().size(),
                                deliveries.late()));
        deliveries.repeats().stream()
                .max(Comparator.naturalOrder())
                .ifPresent(longest -> lines.add(
                        "repeats came %.1f s after the acknowledged one at most".formatted(longest.toMillis() / 1e3)));
    }
}
