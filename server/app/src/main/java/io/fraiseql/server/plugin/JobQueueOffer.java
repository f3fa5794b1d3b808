package io.fraiseql.server.plugin;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.JobQueueFactory;
import io.fraiseql.spi.job.QueuedJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A queue of jobs that a plugin offers. */
public final class JobQueueOffer extends Offer<JobQueue> {

    JobQueueOffer(PluginCalls calls, JobQueueFactory<?> factory) {
        super(calls, factory);
    }

    @Override
    JobQueue hosted(JobQueue queue) {
        return new Hosted(calls(), queue);
    }

    private record Hosted(PluginCalls calls, JobQueue queue) implements JobQueue {

        @Override
        public void add(List<Job> jobs, long settled) {
            calls.run(() -> queue.add(jobs, settled));
        }

        @Override
        public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
            return calls.call(() -> queue.claim(type, most, worker, visibility));
        }

        @Override
        public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
            return calls.call(() -> queue.extend(claims, visibility));
        }

        @Override
        public Set<String> end(List<JobEnd> ends) {
            return calls.call(() -> queue.end(ends));
        }

        @Override
        public JobFigures figures() {
            return calls.call(queue::figures);
        }

        @Override
        public List<QueuedJob> browse(QueuedJob.State state, @Nullable String rule, int most) {
            return calls.call(() -> queue.browse(state, rule, most));
        }

        @Override
        public @Nullable QueuedJob find(String id) {
            return calls.call(() -> Optional.ofNullable(queue.find(id))).orElse(null);
        }

        @Override
        public String ping() {
            return calls.call(queue::ping);
        }

        @Override
        public void close() {
            calls.run(queue::close);
        }
    }
}
