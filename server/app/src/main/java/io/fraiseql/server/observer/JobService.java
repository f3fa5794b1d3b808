package io.fraiseql.server.observer;

import io.fraiseql.core.event.DeliveryStore;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.BoundAction;
import io.fraiseql.core.observer.Handover;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues of jobs and this server's workers, from the first rules on that have any. Thread-safe. */
public final class JobService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);

    /** Of what takes no time. */
    private static final int BATCH = 500;

    private final JobsConfig config;
    private final @Nullable JobQueue elsewhere;
    private final Set<String> types;
    private final JobListener listener;
    private final Clock clock;
    private volatile List<Pool> pools = List.of();

    /** A queue with the workers that do its jobs. */
    private record Pool(JobQueue queue, JobWorkers workers) {}

    /**
     * @param elsewhere the queue of a plugin; null for the database's
     * @param types of actions that rules may name
     */
    public JobService(
            JobsConfig config, @Nullable JobQueue elsewhere, Set<String> types, JobListener listener, Clock clock) {
        this.config = config;
        this.elsewhere = elsewhere;
        this.types = types;
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

    /** The queues. */
    JobQueues queues(EventStore store) {
        return JobQueues.of(config, new DatabaseJobs(store, clock), elsewhere);
    }

    /** The way into the queues for what a transport brings and is not done at once. */
    Handover handover(EventStore store, ObserverOptions options) {
        DatabaseJobs table = new DatabaseJobs(store, clock);
        JobIntake direct = JobIntake.into(table, config.maxSize(), options.poll(), listener, this::wake);
        JobIntake queued = elsewhere == null ? direct : intake(store, options);
        return new Handover(store, ProcessName.unique(), table, direct, queued, options.poll(), clock);
    }

    /**
     * Does the jobs of these rules, in place of those before.
     *
     * @param direct whether rules that are not queued have jobs too; these are in the database
     */
    synchronized void serve(
            EventStore store,
            List<ActiveRule> rules,
            boolean direct,
            ObserverOptions options,
            ObserverListener observed) {
        boolean queued = rules.stream().anyMatch(rule -> rule.rule().queueing() != null);
        listener.serves(rules.stream()
                .filter(rule -> direct || rule.rule().queueing() != null)
                .flatMap(rule -> rule.actions().stream())
                .map(BoundAction::type)
                .collect(Collectors.toSet()));
        if (elsewhere != null && !direct) {
            tellOfTable(store);
        }
        if (!pools.isEmpty()) {
            pools.forEach(pool -> pool.workers().use(rules));
        } else if (direct && !rules.isEmpty() || queued || !rules.isEmpty() && isLeft(store)) {
            List<Pool> opened = new ArrayList<>();
            if (elsewhere != null) {
                opened.add(pool(elsewhere, store, rules, false, options, observed));
            }
            if (elsewhere == null || direct) {
                opened.add(pool(new DatabaseJobs(store, clock), store, rules, direct, options, observed));
            }
            pools = List.copyOf(opened);
        }
    }

    /** Nobody would know of what was there when {@code jobs.queue} was changed. */
    private void tellOfTable(EventStore store) {
        JobFigures left = new DatabaseJobs(store, clock).figures();
        if (left.all() > 0) {
            LOG.warn(
                    "{} jobs are in the table fraiseql_job, and jobs.queue is {}: only servers whose jobs.queue is database do"
                            + " them",
                    left.all(),
                    config.queue());
        }
    }

    /** Whether there are jobs of rules that were queued once. */
    private boolean isLeft(EventStore store) {
        try {
            JobQueue queue = elsewhere == null ? new DatabaseJobs(store, clock) : elsewhere;
            return queue.figures().all() > 0;
        } catch (FraiseqlException e) {
            LOG.debug("whether there are jobs cannot be told now", e);
            return false;
        }
    }

    private Pool pool(
            JobQueue queue,
            EventStore store,
            List<ActiveRule> rules,
            boolean direct,
            ObserverOptions options,
            ObserverListener observed) {
        JobWorkers workers = new JobWorkers(
                queue,
                new DeliveryStore(store),
                ProcessName.unique(),
                new JobOptions(config.workers(), BATCH, config.visibility(), options.poll(), direct, types, options),
                clock,
                observed,
                listener,
                rules);
        return new Pool(queue, workers);
    }

    private void wake() {
        pools.forEach(pool -> pool.workers().wake());
    }

    /** How many jobs there are; nothing is known while no rule has jobs or a queue does not say. */
    public @Nullable JobFigures figures() {
        try {
            return pools.stream()
                    .map(pool -> pool.queue().figures())
                    .reduce(JobFigures::plus)
                    .orElse(null);
        } catch (FraiseqlException e) {
            LOG.debug("how many jobs there are cannot be told now", e);
            return null;
        }
    }

    @Override
    public synchronized void close() {
        Stopping.together(
                pools.stream().map(pool -> (Runnable) pool.workers()::close).toList());
    }
}
