package io.fraiseql.server.observer;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.JobIntake;
import io.fraiseql.core.observer.JobListener;
import io.fraiseql.core.observer.JobOptions;
import io.fraiseql.core.observer.JobWorkers;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.core.observer.ObserverOptions;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.server.event.ProcessName;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of jobs and this server's workers, from the first rules on that are queued. Thread-safe. */
public final class JobService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);

    /** Of what takes no time. */
    private static final int BATCH = 500;

    private final JobsConfig config;
    private final @Nullable JobQueue elsewhere;
    private final JobListener listener;
    private final Clock clock;
    private volatile @Nullable JobQueue used;
    private volatile @Nullable JobWorkers workers;

    /** @param elsewhere the queue of a plugin; null for the database's */
    public JobService(JobsConfig config, @Nullable JobQueue elsewhere, JobListener listener, Clock clock) {
        this.config = config;
        this.elsewhere = elsewhere;
        this.listener = listener;
        this.clock = clock;
    }

    /** The way into the queue, for whoever follows the rules. */
    JobIntake intake(EventStore store, ObserverOptions options) {
        if (elsewhere == null) {
            DatabaseJobs table = new DatabaseJobs(store, clock);
            return JobIntake.into(table, config.maxSize(), options.poll(), listener, this::wake);
        }
        return JobIntake.into(elsewhere, config.maxSize(), options.poll(), listener, this::wake);
    }

    /** The queue. */
    JobQueue queue(EventStore store) {
        return elsewhere == null ? new DatabaseJobs(store, clock) : elsewhere;
    }

    /** Does the jobs of these rules, in place of those before. */
    synchronized void serve(
            EventStore store, List<ActiveRule> rules, ObserverOptions options, ObserverListener observed) {
        JobWorkers running = workers;
        if (running != null) {
            running.use(rules);
        } else if (rules.stream().anyMatch(rule -> rule.rule().queueing() != null)) {
            JobQueue queue = queue(store);
            used = queue;
            workers = new JobWorkers(
                    queue,
                    new DeliveryStore(store),
                    ProcessName.unique(),
                    new JobOptions(config.workers(), BATCH, config.visibility(), options.poll(), options),
                    clock,
                    observed,
                    listener,
                    rules);
        }
    }

    private void wake() {
        JobWorkers running = workers;
        if (running != null) {
            running.wake();
        }
    }

    /** How many jobs there are; nothing is known while no rule is queued or the queue does not say. */
    public @Nullable JobFigures figures() {
        JobQueue asked = used;
        try {
            return asked == null ? null : asked.figures();
        } catch (FraiseqlException e) {
            LOG.debug("how many jobs there are cannot be told now", e);
            return null;
        }
    }

    @Override
    public synchronized void close() {
        if (workers != null) {
            workers.close();
        }
    }
}
