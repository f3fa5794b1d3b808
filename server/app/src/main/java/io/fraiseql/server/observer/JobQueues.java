package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.config.JobsConfig;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The queues that jobs may be in, by their names in {@code jobs.queue}, for operators to look at. */
public final class JobQueues {

    private final Map<String, JobQueue> queues;

    private JobQueues(Map<String, JobQueue> queues) {
        this.queues = queues;
    }

    /**
     * The table, where with a transport jobs are in any case, and the queue of a plugin.
     *
     * @param elsewhere null when {@code jobs.queue} names the table
     */
    public static JobQueues of(JobsConfig config, JobQueue table, @Nullable JobQueue elsewhere) {
        Map<String, JobQueue> queues = new LinkedHashMap<>();
        queues.put(JobsConfig.DATABASE, table);
        if (elsewhere != null) {
            queues.put(config.queue(), elsewhere);
        }
        return new JobQueues(queues);
    }

    /**
     * The one of a name alone.
     *
     * @param name null for all of them
     * @param code of the refusal of a name that is none
     */
    public JobQueues only(@Nullable String name, ErrorCode code) {
        if (name == null) {
            return this;
        }
        JobQueue queue = queues.get(name);
        if (queue == null) {
            throw new FraiseqlException(code, "queue is one of " + String.join(", ", queues.keySet()));
        }
        return new JobQueues(Map.of(name, queue));
    }

    /**
     * Some jobs.
     *
     * @param state one of {@link ShownJob#STATES}; null for all of them
     * @param rule of which rule; null for all
     * @param most how many of each state and queue at most
     */
    public List<ShownJob> list(@Nullable String state, @Nullable String rule, int most) {
        Predicate<State> wanted = each -> state == null || state.equals(ShownJob.word(each));
        List<ShownJob> jobs = new ArrayList<>();
        queues.forEach((name, queue) -> {
            for (State each : State.values()) {
                if (wanted.test(each)) {
                    queue.browse(each, rule, most).forEach(job -> jobs.add(new ShownJob(name, job)));
                }
            }
        });
        return jobs;
    }

    /**
     * The job with an id.
     *
     * @throws FraiseqlException {@code NOT_FOUND}
     */
    public ShownJob find(String id) {
        for (Map.Entry<String, JobQueue> each : queues.entrySet()) {
            QueuedJob job = each.getValue().find(id);
            if (job != null) {
                return new ShownJob(each.getKey(), job);
            }
        }
        throw new FraiseqlException(
                CoreErrorCode.NOT_FOUND, "there is no job " + id + "; when it was given up, it is a dead letter");
    }

    /** How many jobs each queue has. */
    public Map<String, JobFigures> figures() {
        Map<String, JobFigures> figures = new LinkedHashMap<>();
        queues.forEach((name, queue) -> figures.put(name, queue.figures()));
        return figures;
    }
}
