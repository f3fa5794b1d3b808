package io.fraiseql.core.observer;

import io.fraiseql.core.event.DeliveryRow.State;
import io.fraiseql.core.event.EventJson;
import io.fraiseql.core.observer.JobListener.End;
import io.fraiseql.core.observer.JobSettlement.Settled;
import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that this process has claimed: asks for them as there is room, has them done, and says what became of them. One thread. */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** How long a job is left to processes that know its rule. */
    private static final Duration UNKNOWN = Duration.ofSeconds(10);
    /** How long the end of actions is waited for that are done in no time. */
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final JobQueue queue;
    private final String worker;
    private final JobOptions options;
    private final Patience patience;
    private final ActionRunner runner;
    private final ActionGate gate;
    private final JobSettlement settlement;
    private final JobListener listener;
    private final Map<String, Claim> claimed = new HashMap<>();
    private final List<Settled> settled = new ArrayList<>();
    /** When jobs that were left or are tried again may be claimed. */
    private final PriorityQueue<Long> due = new PriorityQueue<>();

    private final Map<String, ActiveRule> rules = new HashMap<>();
    /** Those of jobs that this process does not know. */
    private final Set<String> unknown = new HashSet<>();
    /** The types of actions, with whether all of one are done in no time. */
    private final Map<String, Boolean> types = new LinkedHashMap<>();

    private final FormerTypes former;
    private List<ActiveRule> used = List.of();
    private int turn;

    /** @param delivery what is done of it; null before that begins */
    private record Claim(
            ClaimedJob job,
            long since,
            boolean quick,
            @Nullable PendingDelivery delivery) {

        Claim starting(PendingDelivery started) {
            return new Claim(job, since, quick, started);
        }

        /** A job that was lost may have been claimed again, while what was done before has not ended. */
        boolean isOf(PendingDelivery ended) {
            return delivery == ended;
        }
    }

    Claims(
            JobQueue queue,
            String worker,
            JobOptions options,
            Patience patience,
            ActionRunner runner,
            ActionGate gate,
            JobSettlement settlement,
            JobListener listener) {
        this.queue = queue;
        this.worker = worker;
        this.options = options;
        this.patience = patience;
        this.runner = runner;
        this.gate = gate;
        this.settlement = settlement;
        this.listener = listener;
        this.former = new FormerTypes(options.types(), UNKNOWN);
    }

    /** Does the jobs of these rules from now on, and leaves those of others alone. */
    void use(List<ActiveRule> current) {
        if (current == used) {
            return;
        }
        used = current;
        rules.clear();
        unknown.clear();
        types.clear();
        for (ActiveRule rule : current) {
            rules.put(rule.rule().name(), rule);
            if (options.direct() || rule.rule().queueing() != null) {
                rule.actions().forEach(action -> types.merge(action.type(), action.repeatable(), Boolean::logicalAnd));
            }
        }
        former.use(types.keySet());
    }

    /** One step; returns whether there may be more to claim at once. */
    boolean step() {
        settle();
        extend();
        boolean more = false;
        gate.nextStep();
        List<String> order = new ArrayList<>(types.keySet());
        Collections.rotate(order, turn++);
        for (String type : order) {
            more |= claim(type);
        }
        for (String type : former.due(System.nanoTime())) {
            more |= claim(type);
        }
        end();
        return more;
    }

    /** How long until something is to be done that nobody rings for. */
    long nanosToWait() {
        long now = System.nanoTime();
        boolean isDue = false;
        while (!due.isEmpty() && due.element() - now <= 0) {
            due.remove();
            isDue = true;
        }
        if (isDue) {
            return 0;
        }
        long wait = claimed.isEmpty() ? Long.MAX_VALUE : Math.max(0, patience.nanosToExtend());
        for (String type : types.keySet()) {
            long room = gate.nanosUntilRoom(type, now);
            wait = room > 0 ? Math.min(wait, room) : wait;
        }
        return due.isEmpty() ? wait : Math.min(wait, due.element() - now);
    }

    private void settle() {
        for (Outcome outcome : runner.ended()) {
            gate.ended(outcome, System.nanoTime());
            Claim claim = claimed.get(outcome.delivery().id());
            if (claim != null && claim.isOf(outcome.delivery())) {
                settled.add(settlement.settle(claim.job(), outcome));
            }
        }
        end();
    }

    /** What cannot be said now is said later. */
    private void end() {
        if (settled.isEmpty()) {
            return;
        }
        settled.forEach(one -> {
            if (one.letter() != null) {
                settlement.keep(one.letter());
            }
        });
        Set<String> lost = queue.end(settled.stream().map(Settled::job).toList());
        long now = System.nanoTime();
        for (Settled one : settled) {
            Job job = one.job().claim().job();
            Claim claim = claimed.remove(job.id());
            boolean mine = !lost.contains(job.id());
            listener.ended(job.type(), mine ? one.end() : End.LOST, claim == null ? 0 : now - claim.since());
            if (mine && one.job().next() != null) {
                due.add(now + one.delay().toNanos());
            }
        }
        settled.clear();
    }

    /** Says in time that this process is alive. */
    void extend() {
        if (!claimed.isEmpty() && patience.nanosToExtend() <= 0) {
            long now = System.nanoTime();
            lose(queue.extend(claimed.values().stream().map(Claim::job).toList(), options.visibility()));
            patience.since(now);
        }
    }

    /** What is done here for claims that were followed by others is cut off, and nobody is told how it ends. */
    private void lose(Collection<String> lost) {
        for (String id : lost) {
            Claim claim = claimed.remove(id);
            if (claim != null) {
                if (claim.delivery() != null) {
                    runner.cutOff(claim.delivery());
                }
                listener.ended(claim.job().job().type(), End.LOST, System.nanoTime() - claim.since());
            }
        }
    }

    private boolean claim(String type) {
        boolean quick = types.getOrDefault(type, false);
        int busy = (int) claimed.values().stream()
                .filter(claim -> quick ? claim.job().job().type().equals(type) : !claim.quick())
                .count();
        int room = gate.room(type, (quick ? options.batch() : options.workers()) - busy, System.nanoTime());
        if (room <= 0) {
            return false;
        }
        long now = System.nanoTime();
        if (claimed.isEmpty()) {
            patience.since(now);
        }
        List<ClaimedJob> jobs = queue.claim(type, room, worker, options.visibility());
        former.claimed(type, jobs.size(), now);
        lose(jobs.stream().map(job -> job.job().id()).toList());
        jobs.forEach(job -> claimed.put(job.job().id(), new Claim(job, now, quick, null)));
        start(jobs, quick);
        return jobs.size() == room && (quick || !settled.isEmpty());
    }

    /** Starts them, and waits a little for those that are done in no time, so that they end together. */
    private void start(List<ClaimedJob> jobs, boolean quick) {
        List<PendingDelivery> starting = new ArrayList<>();
        for (ClaimedJob job : jobs) {
            PendingDelivery delivery = startable(job);
            if (delivery != null) {
                starting.add(delivery);
            }
        }
        Round round = quick ? new Round(starting.size(), true, true) : Round.NONE;
        for (PendingDelivery delivery : starting) {
            claimed.computeIfPresent(delivery.id(), (id, claim) -> claim.starting(delivery));
            runner.start(delivery, round);
        }
        if (quick && !starting.isEmpty()) {
            round.await(QUICK_NANOS);
            settle();
        }
    }

    /** What is to be tried of a claimed job; null when it is settled without. */
    private @Nullable PendingDelivery startable(ClaimedJob claim) {
        Job job = claim.job();
        ActiveRule rule = rules.get(job.rule());
        if (rule == null) {
            if (unknown.add(job.rule())) {
                LOG.warn(
                        "jobs of the rule '{}' wait, because this server has no such rule; they go on where there is one",
                        job.rule());
            }
            settled.add(settlement.leave(claim, UNKNOWN));
            return null;
        }
        if (!Jobs.fits(rule, job)) {
            settled.add(settlement.anew(claim, rule));
            return null;
        }
        PendingDelivery delivery = new PendingDelivery(
                rule,
                EventJson.read(job.event()),
                Jobs.row(job, State.WAITING, job.attempt() - 1, job.history()),
                System.nanoTime());
        if (delivery.attempt >= rule.rule().retry().maxAttempts()
                && !claim.lost().isEmpty()) {
            settled.add(settlement.giveUp(claim, delivery, Failure.TIMEOUT, gone(claim)));
            return null;
        }
        long wait = gate.nanosToEnter(delivery, System.nanoTime());
        if (wait > 0) {
            settled.add(settlement.leave(claim, Duration.ofNanos(wait)));
            return null;
        }
        return delivery;
    }

    private static String gone(ClaimedJob claim) {
        return "the last worker that had it, " + claim.lost() + ", never said how it went";
    }

    /** Says how the last actions ended, after the last step, and lets others have the rest. */
    void leave() {
        settle();
        claimed.values().forEach(claim -> settled.add(settlement.leave(claim.job(), Duration.ZERO)));
        end();
    }
}
