package io.fraiseql.core.observer;

import io.fraiseql.core.observer.ObserverListener.Failure;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries actions on threads of its own, as many as it is given at once, and keeps how they ended until somebody asks. Interrupts what takes
 * too long, and everything once this process may be taken for gone. Thread-safe.
 */
final class ActionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ActionRunner.class);
    private static final long STOP_SECONDS = 10;
    private static final long INTERRUPTED_SECONDS = 1;
    private static final long WATCH_MILLIS = 50;

    private final int concurrency;
    private final ObserverListener listener;
    private final Runnable ended;
    private final Guard guard;
    private final LongSupplier nanosToAct;
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "observer-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Map<String, Workers> workers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /** What waits for its turn is left, because the process ends. */
    private volatile boolean ending;

    /**
     * @param concurrency actions of one rule at once
     * @param guard stands in front of each try
     * @param nanosToAct as {@link io.fraiseql.core.event.LeasedCursor#nanosToAct}
     * @param ended called after an action has ended that nobody waits for, on its thread
     */
    ActionRunner(int concurrency, Guard guard, ObserverListener listener, LongSupplier nanosToAct, Runnable ended) {
        this.concurrency = concurrency;
        this.guard = guard;
        this.listener = listener;
        this.nanosToAct = nanosToAct;
        this.ended = ended;
        watch.scheduleWithFixedDelay(this::interruptLate, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Thread thread(Runnable body) {
        Thread thread = new Thread(body, "observer-action-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Tries the next action of a delivery, when it is the turn of its rule's. */
    void start(PendingDelivery delivery, Round round) {
        Run run = new Run(delivery, round);
        runs.add(run);
        counter(run.action.type()).incrementAndGet();
        workers.computeIfAbsent(delivery.rule.rule().name(), rule -> new Workers(executor, concurrency))
                .add(run.task);
    }

    /** How many actions of a type run or are about to, whoever waits for them. */
    int running(String type) {
        return counter(type).get();
    }

    private AtomicInteger counter(String type) {
        return running.computeIfAbsent(type, key -> new AtomicInteger());
    }

    /** How those ended that have since the last time. */
    List<Outcome> ended() {
        List<Outcome> all = new ArrayList<>();
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            all.add(outcome);
        }
        return all;
    }

    /** Cuts off the try of a delivery that another process has by now. */
    void cutOff(PendingDelivery delivery) {
        runs.stream().filter(run -> run.delivery == delivery).forEach(Run::cutOff);
    }

    private void interruptLate() {
        if (!runs.isEmpty()) {
            long now = System.nanoTime();
            boolean gone = mayBeGone();
            runs.forEach(run -> run.interruptLate(now, gone));
        }
    }

    private boolean mayBeGone() {
        return nanosToAct.getAsLong() <= 0;
    }

    /**
     * Lets running actions end, for a while.
     *
     * @param meanwhile called again and again; says that this process is alive, so that nobody else does what still runs here
     */
    void close(Runnable meanwhile) {
        ending = true;
        executor.shutdown();
        try {
            if (!ends(meanwhile)) {
                executor.shutdownNow();
                if (!executor.awaitTermination(INTERRUPTED_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("an action does not heed that it was interrupted");
                }
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            watch.shutdownNow();
        }
    }

    private boolean ends(Runnable meanwhile) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (!executor.awaitTermination(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - until >= 0) {
                return false;
            }
            meanwhile.run();
        }
        return true;
    }

    /** One try. */
    private final class Run implements Runnable {

        private final PendingDelivery delivery;
        private final BoundAction action;
        private final Round round;
        private final FutureTask<?> task = new FutureTask<>(this, null);
        private volatile boolean started;
        private volatile long deadline;
        private volatile boolean cutOff;
        private volatile boolean lost;

        Run(PendingDelivery delivery, Round round) {
            this.delivery = delivery;
            this.round = round;
            this.action = delivery.action();
        }

        void interruptLate(long now, boolean gone) {
            if (gone || now - deadline > 0) {
                interrupt(gone);
            }
        }

        /** One that has not begun sees it when it does. */
        void cutOff() {
            lost = true;
            interrupt(true);
        }

        private void interrupt(boolean gone) {
            if (started && !task.isDone()) {
                cutOff = gone || lost;
                task.cancel(true);
            }
        }

        @Override
        public void run() {
            long start = System.nanoTime();
            deadline = start + delivery.rule.rule().timeout().toNanos();
            started = true;
            Outcome outcome = Outcome.failed(delivery, Failure.PERMANENT, "the action ended with an error", null);
            try {
                outcome = ending || lost || mayBeGone()
                        ? Outcome.cutOff(delivery)
                        : guard.around(delivery, this::attempt);
            } finally {
                runs.remove(this);
                counter(action.type()).decrementAndGet();
                outcomes.add(outcome);
                tell(outcome, System.nanoTime() - start);
                if (round.ended()) {
                    ended.run();
                }
            }
        }

        private void tell(Outcome outcome, long nanos) {
            if (outcome.reached()) {
                listener.acted(action.type(), nanos, outcome.failure());
            } else if (outcome.end() == Outcome.End.CUT_OFF && !ending) {
                LOG.warn(
                        "the action '{}' of the rule '{}' was cut off: this server could not say in time that it is alive",
                        action.type(),
                        delivery.rule.rule().name());
            }
        }

        private Outcome attempt() {
            try {
                action.work()
                        .run(new Delivery(
                                delivery.id(),
                                delivery.rule.rule().name(),
                                delivery.event,
                                delivery.attempt + 1,
                                deadline));
                return Outcome.done(delivery);
            } catch (ActionFailedException e) {
                return failed(e);
            } catch (FraiseqlException e) {
                return unavailable(e)
                        ? failed(ActionFailedException.temporary(String.valueOf(e.getMessage()), e))
                        : unexpected(e);
            } catch (OutOfMemoryError e) {
                return failed(ActionFailedException.temporary("there was no memory left", e));
            } catch (RuntimeException | Error e) {
                return unexpected(e);
            }
        }

        /** A secret that cannot be read now, for example. */
        private static boolean unavailable(FraiseqlException e) {
            return e.code().type() == ErrorType.UNAVAILABLE;
        }

        private Outcome unexpected(Throwable e) {
            LOG.error(
                    "the action '{}' of the rule '{}' failed unexpectedly",
                    action.type(),
                    delivery.rule.rule().name(),
                    e);
            return failed(Failure.PERMANENT, e.getClass().getName(), null);
        }

        private Outcome failed(ActionFailedException e) {
            Failure failure = e.permanent() ? Failure.PERMANENT : Failure.TEMPORARY;
            return failed(failure, String.valueOf(e.getMessage()), e.retryAfter());
        }

        private Outcome failed(Failure failure, String error, @Nullable Duration retryAfter) {
            if (cutOff) {
                return Outcome.cutOff(delivery);
            }
            return late() ? timeout() : Outcome.failed(delivery, failure, error, retryAfter);
        }

        private boolean late() {
            return System.nanoTime() - deadline >= 0;
        }

        private Outcome timeout() {
            return Outcome.failed(
                    delivery,
                    Failure.TIMEOUT,
                    "not done within " + delivery.rule.rule().timeout().toMillis() + " ms",
                    null);
        }
    }
}
