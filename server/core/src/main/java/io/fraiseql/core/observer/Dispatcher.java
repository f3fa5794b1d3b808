package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow;
import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.LeasedCursor;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.UnreadableEvent;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.core.rule.EventRow;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event log while this process owns the cursor of the observers. Each step is one transaction, which writes the deliveries of
 * new events, what became of others, and the cursor; actions are done between these, on other threads, so that no transaction is open
 * and nothing else waits while they are. One thread.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int REPLAYS = 100;

    /** How long a step waits for actions that may be repeated, so that most deliveries of these never become rows. */
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** The same for others, when nothing else waits for the step. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final EventReader reader;
    private final RecentEvents recent;
    private final DeliveryStore store;
    private final LeasedCursor cursor;
    private final ObserverOptions options;
    private final ActionRunner runner;
    private final Settlement settlement;
    private final ObserverListener listener;
    private final Clock clock;
    private final Map<String, RuleQueue> queues = new LinkedHashMap<>();
    /** What was started and is not noted to have ended, by {@link #key}. */
    private final Map<Key, PendingDelivery> flying = new HashMap<>();
    /** Of rules that are followed no longer, with what still runs. */
    private final Map<String, RuleQueue> leaving = new HashMap<>();

    private final List<Outcome> unsettled = new ArrayList<>();
    private final ActionGate gate;
    private final QueuedRules queued;
    private List<ActiveRule> followed = List.of();
    private boolean loaded;
    /** Whether a step has found rows of events that had been followed before. */
    private boolean anew;

    private long replayed;
    private int turn;

    Dispatcher(
            EventReader reader,
            RecentEvents recent,
            DeliveryStore store,
            LeasedCursor cursor,
            ObserverOptions options,
            ActionRunner runner,
            JobIntake jobs,
            ObserverListener listener,
            Clock clock) {
        this.reader = reader;
        this.recent = recent;
        this.store = store;
        this.cursor = cursor;
        this.options = options;
        this.runner = runner;
        this.settlement = new Settlement(clock, RandomGenerator.getDefault(), listener);
        this.gate = new ActionGate(options, runner::running, listener);
        this.queued = new QueuedRules(store, jobs, options.batch());
        this.listener = listener;
        this.clock = clock;
    }

    /** Forgets what it has in memory, and follows these rules from the next step on. */
    void use(List<ActiveRule> rules) {
        queues.clear();
        followed = rules;
        queued.use(rules);
        rules.stream()
                .filter(rule -> !queued.has(rule.rule().name()))
                .forEach(rule -> queues.put(
                        rule.rule().name(), new RuleQueue(rule, options.concurrency(), options.buffer(), gate)));
        leave();
        loaded = true;
    }

    /** What runs of other rules is noted when it ends, so that it is not done again when its rule comes back. */
    private void leave() {
        leaving.clear();
        for (PendingDelivery running : flying.values()) {
            String rule = running.rule.rule().name();
            if (!queues.containsKey(rule) && !queued.has(rule)) {
                DeliveryRow row = store.find(running.event.position(), rule);
                if (row != null) {
                    running.restore(row);
                    leaving.computeIfAbsent(rule, name -> new RuleQueue(running.rule, options.concurrency(), 0, gate))
                            .takeRunning(running);
                }
            }
        }
    }

    /** Forgets what is running too: another process may do it by now. */
    void forget() {
        loaded = false;
        anew = false;
        queues.clear();
        leaving.clear();
        flying.clear();
        unsettled.clear();
    }

    /** Whether {@link #use} is needed before the next step. */
    boolean needsRules() {
        return !loaded;
    }

    /**
     * One step; this process must own the cursor.
     *
     * @return whether there may be more to do at once
     */
    boolean step() {
        Changes changes = new Changes();
        try {
            long now = System.nanoTime();
            queues.values().forEach(queue -> refill(queue, changes, now));
            queued.refill();
            replay(changes, now);
            LogPage page = read(cursor.position());
            page.events().forEach(event -> match(event, changes, now));
            page.unreadable().forEach(event -> park(event, changes));
            settle(changes, now);
            startRounds(changes);
            commit(page.end(), changes);
            goOn(true);
            start(false);
            if (page.size() > 0) {
                listener.processed(page.size());
            }
            return page.size() == options.batch() || queued.hasMore();
        } catch (RuntimeException e) {
            // What is in memory may not be what is in the database: it is read again.
            loaded = false;
            anew |= e instanceof ConstraintViolation;
            throw e;
        }
    }

    /** How long to wait when nothing happens; what is in memory says nothing after a failure. */
    long nanosToWait() {
        long now = System.nanoTime();
        long wait = options.poll().toNanos();
        if (!loaded) {
            return wait;
        }
        wait = Math.min(wait, Math.max(0, cursor.nanosToFade()));
        for (RuleQueue queue : queues.values()) {
            wait = queue.nanosUntilDue(now, wait);
        }
        return wait;
    }

    /** Whether deliveries wait for the end of others, which the next step notes. */
    boolean isBehind() {
        return queues.values().stream().anyMatch(RuleQueue::isBehind);
    }

    private LogPage read(long position) {
        LogPage kept = recent.after(position, options.batch());
        return kept == null ? reader.after(position, options.batch()) : kept;
    }

    /** How an action has ended is known until it is noted, however often that fails. */
    private void settle(Changes changes, long now) {
        for (Outcome outcome : runner.ended()) {
            unsettled.add(outcome);
            Endpoint back = gate.ended(outcome, now);
            if (back != null) {
                queues.values().forEach(queue -> queue.back(back));
            }
        }
        for (Outcome outcome : unsettled) {
            PendingDelivery delivery = outcome.delivery();
            String rule = delivery.rule.rule().name();
            RuleQueue queue = queues.getOrDefault(rule, leaving.get(rule));
            if (queue != null && queue.runs(delivery)) {
                settlement.settle(outcome, queue, changes, now);
                delivery.follow(queue.rule());
            }
        }
    }

    private record Key(long position, String rule) {}

    private static Key key(PendingDelivery delivery) {
        return new Key(delivery.event.position(), delivery.rule.rule().name());
    }

    private void refill(RuleQueue queue, Changes changes, long now) {
        int wanted = queue.wanted();
        if (wanted == 0) {
            return;
        }
        List<DeliveryRow> rows = store.pending(queue.rule().rule().name(), queue.last(), wanted);
        rows.forEach(row -> take(queue, row, changes, now));
        if (rows.size() < wanted) {
            queue.caughtUp();
        }
    }

    /** Takes dead letters up again that somebody wants to be tried. */
    private void replay(Changes changes, long now) {
        if (now - replayed < options.poll().toNanos()) {
            return;
        }
        replayed = now;
        for (DeliveryRow row : store.inState(State.REPLAY, 0, REPLAYS)) {
            RuleQueue queue = queues.get(row.rule());
            if (queue != null) {
                take(queue, row, changes, now);
            } else {
                queued.replay(row.rule());
            }
        }
    }

    private void take(RuleQueue queue, DeliveryRow row, Changes changes, long now) {
        PendingDelivery running = flying.get(new Key(row.position(), row.rule()));
        if (running != null) {
            if (!queue.runs(running)) {
                running.restore(row);
                queue.takeRunning(running);
            }
            return;
        }
        PendingDelivery delivery = new PendingDelivery(
                queue.rule(),
                EventJson.read(row.event()),
                row,
                now + patience(row, queue.rule()).toNanos());
        delivery.follow(queue.rule());
        boolean replayed = row.state() == State.REPLAY;
        if (queue.take(delivery, now) && replayed) {
            delivery.state = State.WAITING;
            changes.change(delivery);
        }
    }

    /** What another process was trying, it has cut off by now: it could not own the cursor any more. Two clocks are compared for retries alone. */
    private Duration patience(DeliveryRow row, ActiveRule rule) {
        if (row.attempt() == 0) {
            return Duration.ZERO;
        }
        Duration until = Duration.between(clock.instant(), row.due());
        Duration own = rule.rule().retry().maxDelay();
        Duration longest = own.compareTo(Settlement.MOST_ASKED) > 0 ? own : Settlement.MOST_ASKED;
        return until.compareTo(longest) > 0 ? longest : until;
    }

    private void match(Event event, Changes changes, long now) {
        EventRow row = new EventRow(event);
        for (ActiveRule rule : followed) {
            if (rule.isAbout(event) && applies(rule, event, row, changes, now)) {
                RuleQueue queue = queues.get(rule.rule().name());
                if (queue == null) {
                    queued.offer(delivery(rule, event, now), changes);
                } else {
                    changes.add(offered(queue, event, now));
                }
            }
        }
    }

    private boolean applies(ActiveRule rule, Event event, EventRow row, Changes changes, long now) {
        try {
            return rule.appliesTo(row);
        } catch (RuleEvaluationException e) {
            park(delivery(rule, event, now), String.valueOf(e.getMessage()), changes);
            return false;
        }
    }

    /** It may run already, when it was started by a step that could not be committed. */
    private PendingDelivery offered(RuleQueue queue, Event event, long now) {
        PendingDelivery running =
                flying.get(new Key(event.position(), queue.rule().rule().name()));
        if (running == null) {
            PendingDelivery delivery = delivery(queue.rule(), event, now);
            queue.offer(delivery, now);
            return delivery;
        }
        running.restore();
        queue.offerRunning(running);
        return running;
    }

    private PendingDelivery delivery(ActiveRule rule, Event event, long now) {
        return new PendingDelivery(rule, event, clock.instant(), now);
    }

    private void park(PendingDelivery delivery, String error, Changes changes) {
        delivery.history = History.with(delivery.history, clock.instant(), "condition", 1, error);
        if (settlement.giveUp(delivery, Failure.CONDITION, error)) {
            changes.add(delivery);
        }
    }

    /** Every rule that it may be for gives it up; the next events do not wait for it. */
    private void park(UnreadableEvent event, Changes changes) {
        for (ActiveRule active : followed) {
            DeliveryRow letter = settlement.park(active.rule(), event);
            if (letter != null) {
                changes.park(letter);
            }
        }
    }

    /**
     * Starts what may be started before it is noted, and waits a little for its end. Actions that may not be repeated are once at most ahead of
     * what is noted of their key, so that what a crash repeats comes before anything later.
     */
    private void startRounds(Changes changes) {
        long began = System.nanoTime();
        for (Round round = start(true); round != Round.NONE; round = start(true)) {
            long until = began + (round.quick() ? QUICK_NANOS : IDLE_NANOS);
            round.await(until - System.nanoTime());
            settle(changes, System.nanoTime());
            if (System.nanoTime() - until >= 0) {
                return;
            }
            goOn(false);
        }
    }

    private void goOn(boolean noted) {
        long now = System.nanoTime();
        queues.values().forEach(queue -> queue.goOn(noted, now));
    }

    /** One of each rule in turn, so that none takes all the room of a type of action. */
    private Round start(boolean awaited) {
        List<PendingDelivery> starting = new ArrayList<>();
        gate.nextStep();
        long now = System.nanoTime();
        List<RuleQueue> waiting = new ArrayList<>(queues.values());
        Collections.rotate(waiting, turn++);
        while (!waiting.isEmpty()) {
            waiting.removeIf(queue -> !startOne(queue, starting, now));
        }
        Round round = awaited ? round(starting) : Round.NONE;
        for (PendingDelivery delivery : starting) {
            flying.put(key(delivery), delivery);
            runner.start(delivery, round.includes(delivery) ? round : Round.NONE);
        }
        return round;
    }

    /** Nothing that waits is kept waiting by actions that may take long. */
    private Round round(List<PendingDelivery> starting) {
        int quick = (int) starting.stream().filter(Round::isQuick).count();
        int awaited = isBehind() ? quick : starting.size();
        return awaited == 0 ? Round.NONE : new Round(awaited, quick > 0, awaited > quick);
    }

    private static boolean startOne(RuleQueue queue, List<PendingDelivery> starting, long now) {
        PendingDelivery next = queue.start(now);
        return next != null && starting.add(next);
    }

    private void commit(long end, Changes changes) {
        boolean added = queued.seal(changes, cursor.position());
        if (added || !changes.isEmpty() || end != cursor.position()) {
            cursor.move(end, session -> {
                changes.write(store, session, anew);
                queued.write(session);
            });
            queued.committed();
        } else if (cursor.nanosToFade() <= 0) {
            cursor.renew();
        }
        settled();
    }

    private void settled() {
        unsettled.forEach(outcome -> flying.remove(key(outcome.delivery()), outcome.delivery()));
        unsettled.clear();
    }

    /** Notes how the last actions ended, after the last step. */
    void settleLast() {
        Changes changes = new Changes();
        settle(changes, System.nanoTime());
        if (!changes.isEmpty()) {
            cursor.move(cursor.position(), session -> changes.write(store, session, anew));
        }
    }
}
