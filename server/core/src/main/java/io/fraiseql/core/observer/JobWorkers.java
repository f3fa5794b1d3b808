package io.fraiseql.core.observer;

import io.fraiseql.core.event.Bell;
import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.Outage;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.JobQueue;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs of a queue: one thread that claims them and says that this process is alive, and threads for the actions. A queue that
 * does not answer is asked again. Thread-safe.
 */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    private final Outage outage = new Outage(LOG, "the workers cannot go on now and try again", "the workers go on");
    private final JobOptions options;
    private final ActionRunner runner;
    private final Claims claims;
    private final Bell bell = new Bell();
    private final StepThread thread = new StepThread("jobs", bell, outage, () -> bell.await(nanosToWait()), this::step);
    private volatile List<ActiveRule> rules;

    /**
     * Starts the thread.
     *
     * @param letters where jobs are kept that are given up
     * @param worker tells this process from all others, for operators to see
     */
    public JobWorkers(
            JobQueue queue,
            DeliveryStore letters,
            String worker,
            JobOptions options,
            Clock clock,
            ObserverListener observed,
            JobListener listener,
            List<ActiveRule> rules) {
        this.options = options;
        this.rules = List.copyOf(rules);
        Patience patience = new Patience(options.visibility());
        this.runner = new ActionRunner(
                options.workers(), Marks.of(options.observers(), observed), observed, patience::nanosToAct, bell::ring);
        JobSettlement settlement =
                new JobSettlement(new Settlement(clock, RandomGenerator.getDefault(), observed), letters, clock);
        ActionGate gate = new ActionGate(options.observers(), runner::running, observed);
        this.claims = new Claims(queue, worker, options, patience, runner, gate, settlement, listener);
        thread.start();
    }

    /** Does the jobs of other rules from now on. */
    public void use(List<ActiveRule> other) {
        rules = List.copyOf(other);
        bell.ring();
    }

    /** Says that there are jobs. Never waits. */
    public void wake() {
        bell.ring();
    }

    private boolean step() {
        claims.use(rules);
        return claims.step();
    }

    /** A queue that does not answer is not asked without a pause, however urgent it is. */
    private long nanosToWait() {
        long poll = options.poll().toNanos();
        return outage.isLasting() ? poll : Math.min(poll, claims.nanosToWait());
    }

    private void extend() {
        try {
            claims.extend();
        } catch (FraiseqlException e) {
            LOG.debug("the workers cannot say that they are alive", e);
        }
    }

    /** Claims nothing more, lets running actions end for a while, and leaves the others to other processes. */
    @Override
    public void close() {
        try {
            boolean ended = thread.stop();
            runner.close(ended ? this::extend : () -> {});
            if (ended) {
                claims.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (FraiseqlException e) {
            LOG.debug("the jobs were not left to others", e);
        }
    }
}
