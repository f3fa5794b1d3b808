package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Kills and suspends servers at random moments, spread over the writes, and has others follow. */
final class Disturber {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final CrashOptions options;
    private final Stock stock;
    private final Fleet fleet;
    private final Receiver receiver;
    private final Ledger ledger;
    private final Findings findings;
    private final Random random;
    private final List<Duration> failovers = new ArrayList<>();
    private final long started = System.nanoTime();
    private int killed;
    private int killedOwners;
    private int heldUp;

    Disturber(CrashOptions options, Stock stock, Fleet fleet, Receiver receiver, Ledger ledger, Findings findings) {
        this.options = options;
        this.stock = stock;
        this.fleet = fleet;
        this.receiver = receiver;
        this.ledger = ledger;
        this.findings = findings;
        this.random = new Random(options.seed());
    }

    /** How long it took after the kill of the server that followed the rules until another one delivered. */
    List<Duration> failovers() {
        return failovers;
    }

    /** How many of the killed servers followed the rules. */
    int killedOwners() {
        return killedOwners;
    }

    /** How often nobody took over from a suspended server, because MySQL kept its transaction open. */
    int heldUp() {
        return heldUp;
    }

    void run() {
        List<Boolean> kills = new ArrayList<>(Collections.nCopies(options.kills(), true));
        kills.addAll(Collections.nCopies(options.suspensions(), false));
        Collections.shuffle(kills, random);
        double slice = (double) options.writes() / (kills.size() + 1);
        for (int i = 0; i < kills.size(); i++) {
            long moment = Math.round(slice * (i + random.nextDouble()));
            ledger.limit(Math.round(slice * (i + 2)));
            if (!until(PATIENCE, () -> ledger.acknowledged() >= moment)) {
                findings.add("only %d writes were acknowledged until %s were over", ledger.acknowledged(), PATIENCE);
                return;
            }
            int place = random.nextInt(fleet.size());
            if (kills.get(i)) {
                kill(killed == 0 ? ownerOr(place) : place);
            } else {
                suspend(ownerOr(place));
            }
        }
        ledger.limit(options.writes());
    }

    private void say(String what, Incarnation one) {
        System.out.printf(
                "%7.1f s %8d writes: %s %s%n",
                (System.nanoTime() - started) / 1e9, ledger.acknowledged(), what, one.name());
    }

    private void kill(int place) {
        boolean owner = owns(fleet.at(place));
        killed++;
        say(owner ? "kill, while it follows the rules," : "kill", fleet.at(place));
        killedOwners += owner ? 1 : 0;
        Incarnation gone = fleet.kill(place);
        long at = System.nanoTime();
        if (owner && fleet.size() > 1) {
            awaitOther(gone, at);
        } else if (random.nextBoolean() && fleet.size() > 1) {
            int other = (place + 1) % fleet.size();
            killedOwners += owns(fleet.at(other)) ? 1 : 0;
            say("kill", fleet.at(other));
            fleet.kill(other);
            fleet.start(other);
        }
        fleet.start(place);
        say("start", fleet.at(place));
    }

    /** The place of the server that follows the rules: the first to be killed, and whoever is suspended. */
    private int ownerOr(int otherwise) {
        for (int place = 0; place < fleet.size(); place++) {
            if (owns(fleet.at(place))) {
                return place;
            }
        }
        return otherwise;
    }

    private boolean owns(Incarnation one) {
        Optional<Long> owner = stock.owner("observers");
        return owner.isPresent() && owner.get() == one.pid();
    }

    private void awaitOther(Incarnation gone, long at) {
        BooleanSupplier delivered = () -> receiver.firstSince(at, gone.name()) != null;
        boolean found = until(TAKEOVER, () -> delivered.getAsBoolean() || isOver());
        if (delivered.getAsBoolean()) {
            failovers.add(Duration.ofNanos(receiver.firstSince(at, gone.name()).nanos - at));
        } else if (!found) {
            findings.add("nobody delivered within %s after %s was killed", TAKEOVER, gone.name());
        }
    }

    /** Whether there is nothing more to deliver. */
    private boolean isOver() {
        return ledger.isFull() && stock.unfinished() == 0;
    }

    /** Stops a server until others own what it owned, which is when its lease has passed; then it goes on. */
    private void suspend(int place) {
        Incarnation suspended = fleet.at(place);
        say("suspend", suspended);
        suspended.suspend();
        boolean passed = until(
                TAKEOVER,
                () -> !stock.owner("observers").equals(Optional.of(suspended.pid()))
                        && !stock.owner("sequencer").equals(Optional.of(suspended.pid())));
        suspended.resume();
        say("resume", suspended);
        if (!passed && options.database() == TestDatabase.MYSQL) {
            // It has no setting that ends the transaction of a client that stands still.
            heldUp++;
            return;
        }
        findings.require(passed, "nobody took over from %s within %s", suspended.name(), TAKEOVER);
    }

    private static boolean until(Duration time, BooleanSupplier condition) {
        return Waiting.until(time, LOOK, condition);
    }
}
