package io.fraiseql.distribution.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue elsewhere that remembers what it must, and whose jobs are done as soon as they are there. Its first answers may be lost. */
final class FaultyQueue implements JobQueue {

    /** What becomes of a call that adds jobs. */
    enum Fate {
        /** The queue does not get it. */
        UNREACHABLE,
        /** The queue gets it, and is killed before it can say so. */
        UNANSWERED
    }

    /** The ids of the jobs that were done. */
    final List<String> done = new CopyOnWriteArrayList<>();

    private final Queue<Fate> fates;
    private final Map<String, Long> seen = new HashMap<>();
    private volatile boolean answered;

    FaultyQueue(Fate... fates) {
        this.fates = new ArrayDeque<>(List.of(fates));
    }

    @Override
    public synchronized void add(List<Job> jobs, long settled) {
        Fate fate = fates.poll();
        if (fate != Fate.UNREACHABLE) {
            seen.values().removeIf(position -> position <= settled);
            for (Job job : jobs) {
                if (job.position() <= settled || seen.putIfAbsent(job.id(), job.position()) == null) {
                    done.add(job.id());
                }
            }
        }
        if (fate != null) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the queue does not answer");
        }
        answered = true;
    }

    /** Whether a call that adds jobs has come to its end. */
    boolean hasAnswered() {
        return answered;
    }

    @Override
    public JobFigures figures() {
        return new JobFigures(0, 0, 0);
    }

    @Override
    public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
        return List.of();
    }

    @Override
    public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
        return Set.of();
    }

    @Override
    public Set<String> end(List<JobEnd> ends) {
        return Set.of();
    }

    @Override
    public List<QueuedJob> browse(QueuedJob.State state, @Nullable String rule, int most) {
        return List.of();
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        return null;
    }

    @Override
    public String ping() {
        return "here";
    }

    @Override
    public void close() {}
}
