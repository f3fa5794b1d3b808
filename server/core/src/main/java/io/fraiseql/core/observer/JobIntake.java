package io.fraiseql.core.observer;

import io.fraiseql.core.job.DatabaseJobs;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobQueue;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of jobs into a queue. Those of the database are added in the transaction that moves the cursor; into another queue they are added
 * before it, where a repeat is recognised. Used by the thread that follows the rules.
 */
public final class JobIntake {

    private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);
    private static final int PATIENCE = 4;

    private final JobQueue queue;
    private final @Nullable DatabaseJobs table;
    private final long bound;
    private final long betweenLooks;
    private final JobListener listener;
    private final Runnable added;
    private long room;
    /** When the queue is to be asked for its room again. */
    private long due = System.nanoTime();

    private boolean failing;

    private JobIntake(
            JobQueue queue,
            @Nullable DatabaseJobs table,
            long bound,
            Duration betweenLooks,
            JobListener listener,
            Runnable added) {
        this.queue = queue;
        this.table = table;
        this.bound = bound;
        this.betweenLooks = betweenLooks.toNanos();
        this.listener = listener;
        this.added = added;
    }

    /**
     * Into the table of the database that has the log.
     *
     * @param bound how many jobs there may be
     * @param betweenLooks how long the count of them is relied on
     * @param added called after jobs were added
     */
    public static JobIntake into(
            DatabaseJobs table, long bound, Duration betweenLooks, JobListener listener, Runnable added) {
        return new JobIntake(table, table, bound, betweenLooks, listener, added);
    }

    /** Into a queue elsewhere. */
    public static JobIntake into(
            JobQueue queue, long bound, Duration betweenLooks, JobListener listener, Runnable added) {
        return new JobIntake(queue, null, bound, betweenLooks, listener, added);
    }

    /** Another process may have added jobs. */
    void forget() {
        if (!failing) {
            due = System.nanoTime();
        }
        if (table != null) {
            table.forget();
        }
    }

    /** How many may be added now; 0 too when the queue does not answer. */
    int room() {
        long began = System.nanoTime();
        if (began - due >= 0) {
            try {
                room = bound - queue.figures().all();
                due = System.nanoTime() + betweenLooks;
                reached();
            } catch (FraiseqlException e) {
                failed(e, began);
            }
        }
        return (int) Math.max(0, Math.min(room, Integer.MAX_VALUE));
    }

    /** Adds jobs before the transaction that notes it; returns whether they may be noted. */
    boolean ahead(List<Job> jobs, long settled) {
        if (table != null) {
            return true;
        }
        long began = System.nanoTime();
        try {
            queue.add(jobs, settled);
            reached();
            return true;
        } catch (FraiseqlException e) {
            failed(e, began);
            return false;
        }
    }

    /** Adds them in the transaction, where that is possible. */
    void with(WriteSession session, List<Job> jobs) {
        if (table != null) {
            table.add(session, jobs);
        }
    }

    /** The transaction is committed. */
    void committed(List<Job> jobs) {
        if (!jobs.isEmpty()) {
            room -= jobs.size();
            listener.queued(jobs.size());
            added.run();
        }
    }

    private void reached() {
        if (failing) {
            failing = false;
            LOG.info("the queue of jobs answers again");
        }
    }

    /** A queue that hangs is left alone for a multiple of the time that was lost with it: the other rules wait for this thread. */
    private void failed(FraiseqlException failure, long began) {
        if (failure.code().type() != ErrorType.UNAVAILABLE) {
            throw failure;
        }
        room = 0;
        long now = System.nanoTime();
        due = now + Math.max(betweenLooks, PATIENCE * (now - began));
        if (!failing) {
            failing = true;
            LOG.error("the queue of jobs cannot be reached; what it would get waits in the database", failure);
        }
    }
}
