package io.fraiseql.distribution.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Another queue, of which a test changes something. */
class ForwardingQueue implements JobQueue {

    final JobQueue real;

    ForwardingQueue(JobQueue real) {
        this.real = real;
    }

    @Override
    public void add(List<Job> jobs, long settled) {
        real.add(jobs, settled);
    }

    @Override
    public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
        return real.claim(type, most, worker, visibility);
    }

    @Override
    public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
        return real.extend(claims, visibility);
    }

    @Override
    public Set<String> end(List<JobEnd> ends) {
        return real.end(ends);
    }

    @Override
    public JobFigures figures() {
        return real.figures();
    }

    @Override
    public List<QueuedJob> browse(QueuedJob.State state, @Nullable String rule, int most) {
        return real.browse(state, rule, most);
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        return real.find(id);
    }

    @Override
    public String ping() {
        return real.ping();
    }

    @Override
    public void close() {
        real.close();
    }
}
