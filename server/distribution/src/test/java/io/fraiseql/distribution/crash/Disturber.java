package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Kills and suspends servers and what they depend on at random moments, spread over the writes, and has others follow. */
final class Disturber {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** How long at most something that others do without is away. */
    private static final Duration AWAY = CrashOptions.VISIBILITY.multipliedBy(2);

    private final CrashOptions options;
    private final Stock stock;
    private final Fleet fleet;
    private final Broker broker;
    private final Receiver receiver;
    private final Ledger ledger;
    private final Findings findings;
    private final Random random;
    private final List<Disturbance> all;
    /** Writes from one disturbance to the next; there are some left after the last one. */
    private final double slice;

    private final Tally tally = new Tally();
    private final long started = System.nanoTime();

    Disturber(
            CrashOptions options,
            Stock stock,
            Fleet fleet,
            Broker broker,
            Receiver receiver,
            Ledger ledger,
            Findings findings) {
        this.options = options;
        this.stock = stock;
        this.fleet = fleet;
        this.broker = broker;
        this.receiver = receiver;
        this.ledger = ledger;
        this.findings = findings;
        this.random = new Random(options.seed());
        this.all = Disturbance.all(options, random);
        this.slice = (double) options.writes() / (all.size() + 2);
    }

    /** What was done. */
    Tally tally() {
        return tally;
    }

    void run() {
        for (int i = 0; i < all.size(); i++) {
            long moment = Math.round(slice * (i + random.nextDouble()));
            ledger.limit(Math.round(slice * (i + 2)));
            if (!until(PATIENCE, () -> ledger.acknowledged() >= moment)) {
                findings.add("only %d writes were acknowledged until %s were over", ledger.acknowledged(), PATIENCE);
                return;
            }
            disturb(all.get(i));
        }
        ledger.limit(options.writes());
    }

    private void disturb(Disturbance next) {
        if (!next.kind().isServer()) {
            killBroker(next.kind());
        } else if (next.kill()) {
            killServer(next.kind());
        } else if (next.kind().reads()) {
            suspendOwner(next.kind());
        } else {
            suspendWorker(next.kind());
        }
    }

    private void say(String what, Object one) {
        System.out.printf(
                "%7.1f s %8d writes: %s %s%n", (System.nanoTime() - started) / 1e9, ledger.acknowledged(), what, one);
    }

    private void killServer(Victim kind) {
        int place = kind.reads() && tally.kills(kind) == 0 ? ownerOr(any(kind)) : any(kind);
        boolean owner = owns(fleet.at(place));
        Incarnation gone = kill(place);
        if (owner && fleet.size() > 1) {
            ledger.limit(ledger.acknowledged() + Math.round(slice));
            awaitOther(gone, System.nanoTime());
        } else if (random.nextBoolean()) {
            killAnother();
        }
        start(place);
    }

    private int any(Victim kind) {
        List<Integer> places = fleet.places(kind);
        return places.get(random.nextInt(places.size()));
    }

    private Incarnation kill(int place) {
        Incarnation one = fleet.at(place);
        boolean owner = owns(one);
        say(owner ? "kill, while it owns the cursor," : "kill", one.name());
        tally.killed(one.kind(), owner);
        return fleet.kill(place);
    }

    private void start(int place) {
        fleet.start(place);
        say("start", fleet.at(place).name());
    }

    /** While something else is away. */
    private void killAnother() {
        int place = random.nextInt(fleet.size());
        if (fleet.at(place) != null) {
            kill(place);
            start(place);
        }
    }

    private void killBroker(Victim kind) {
        say("kill", kind);
        tally.killed(kind, false);
        broker.kill();
        fleet.lostBroker();
        if (random.nextBoolean()) {
            killAnother();
        } else {
            pause();
        }
        broker.startAgain();
        long at = System.nanoTime();
        say("start", kind);
        boolean found = until(TAKEOVER, () -> receiver.lastNanos() > at || isOver());
        if (receiver.lastNanos() > at) {
            tally.returned(Duration.ofNanos(receiver.lastNanos() - at));
        }
        findings.require(found, "nobody delivered within %s after %s was there again", TAKEOVER, kind);
    }

    /** Shorter or longer than it takes others to follow. */
    private void pause() {
        until(Duration.ofMillis(random.nextInt((int) AWAY.toMillis())), () -> false);
    }

    /** The place of the server that owns the cursor. */
    private int ownerOr(int otherwise) {
        for (int place = 0; place < fleet.size(); place++) {
            if (owns(fleet.at(place))) {
                return place;
            }
        }
        return otherwise;
    }

    private boolean owns(Incarnation one) {
        return stock.owner(options.topology().cursor()).equals(Optional.of(one.pid()));
    }

    private void awaitOther(Incarnation gone, long at) {
        long before = stock.position();
        BooleanSupplier moved = () -> stock.position() > before && !owns(gone);
        boolean found = until(TAKEOVER, () -> moved.getAsBoolean() || isOver());
        if (moved.getAsBoolean()) {
            tally.failover(Duration.ofNanos(System.nanoTime() - at));
        }
        findings.require(found, "nobody went on within %s after %s was killed", TAKEOVER, gone.name());
    }

    /** Whether there is nothing more to deliver. */
    private boolean isOver() {
        return ledger.isFull() && stock.unfinished() == 0;
    }

    /** Stops a server until others own what it owned, which is when its lease has passed; then it goes on. */
    private void suspendOwner(Victim kind) {
        Incarnation suspended = suspend(ownerOr(any(kind)));
        boolean passed = until(
                TAKEOVER, () -> !owns(suspended) && !stock.owner("sequencer").equals(Optional.of(suspended.pid())));
        resume(suspended);
        if (!passed && options.database() == TestDatabase.MYSQL) {
            // It has no setting that ends the transaction of a client that stands still.
            tally.heldUp();
            return;
        }
        findings.require(passed, "nobody took over from %s within %s", suspended.name(), TAKEOVER);
    }

    /** Others cannot be asked whether they have taken over: all share the work at any time. */
    private void suspendWorker(Victim kind) {
        Incarnation suspended = suspend(any(kind));
        pause();
        resume(suspended);
    }

    private Incarnation suspend(int place) {
        Incarnation one = fleet.at(place);
        say("suspend", one.name());
        tally.suspended(one.kind());
        one.suspend();
        return one;
    }

    private void resume(Incarnation one) {
        one.resume();
        say("resume", one.name());
    }

    private static boolean until(Duration time, BooleanSupplier condition) {
        return Waiting.until(time, LOOK, condition);
    }
}
