package io.fraiseql.spi.job;

import io.fraiseql.spi.Nullable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Jobs that wait for workers in any number of processes. Implemented by plugins and by the host; all methods may be called from any thread,
 * may block, and throw {@link io.fraiseql.spi.error.FraiseqlException} with a code of type {@code UNAVAILABLE} while the queue cannot be
 * reached. What a method was to do is then done wholly or not at all, and calling it again does no harm.
 *
 * <p>A job is in the queue until somebody who has claimed it ends it. Of a type, what has the smaller priority is claimed first; of one priority
 * organisations take turns, however many jobs each has; of one organisation what was added first. Times are those of the host's clock,
 * {@link io.fraiseql.spi.host.PluginContext#clock}. The contract kit has a case for each of these.
 */
public interface JobQueue extends AutoCloseable {

    /**
     * Adds jobs, all of them at once. One whose id is in the queue, or was added before behind {@code settled}, is passed over.
     *
     * @param settled up to this position of the log no job is added a second time but on purpose, so that a queue need not remember them
     */
    void add(List<Job> jobs, long settled);

    /**
     * Claims jobs whose time has come. Nobody else is given them before the claim ends.
     *
     * @param most how many at most
     * @param worker who asks, for operators to see
     * @param visibility how long the claim lasts unless it is extended
     */
    List<ClaimedJob> claim(String type, int most, String worker, Duration visibility);

    /**
     * Has claims last for that long from now on.
     *
     * @return the ids of jobs that are claimed so no longer
     */
    Set<String> extend(List<ClaimedJob> claims, Duration visibility);

    /**
     * Takes claimed jobs out of the queue, with what takes their places. Nothing is done with a claim that has ended and was followed by another.
     *
     * @return the ids of those
     */
    Set<String> end(List<JobEnd> ends);

    /** How many jobs there are now. */
    JobFigures figures();

    /**
     * Some jobs of a state, in no particular order.
     *
     * @param rule whose jobs; null for those of all
     */
    List<QueuedJob> browse(QueuedJob.State state, @Nullable String rule, int most);

    /** One job; null when it is not there. */
    @Nullable
    QueuedJob find(String id);

    /**
     * Asks for a sign of life.
     *
     * @return product and version
     */
    String ping();

    @Override
    void close();
}
