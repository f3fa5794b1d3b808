package io.fraiseql.plugin.redis.queue;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.plugin.redis.RedisLink;
import io.fraiseql.plugin.redis.RedisUse;
import io.fraiseql.plugin.redis.Script;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The queue in Redis. Each method is one script, so that a job is always in exactly one place. Thread-safe. */
final class RedisJobs implements JobQueue {

    private static final RedisUse USE = new RedisUse("the queue of jobs", "jobs", "plugins.queue-redis.redis");
    private static final Script ADD = script("add");
    private static final Script CLAIM = script("claim");
    private static final Script EXTEND = script("extend");
    private static final Script FINISH = script("finish");
    private static final Script BROWSE = script("browse");
    private static final Script FIND = script("find");
    private static final Script FIGURES = script("figures");
    /** Where the values of a job begin, behind its token, its worker and its turn. */
    private static final int JOB = 3;

    private final RedisLink redis;
    private final Clock clock;

    private RedisJobs(RedisLink redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Opens it; one that does not answer is said to be unavailable until it does. */
    static RedisJobs open(RedisConfig config, Clock clock) {
        return new RedisJobs(RedisLink.open(config, USE), clock);
    }

    private static Script script(String name) {
        return Script.of(RedisJobs.class, "common", name);
    }

    private String now() {
        return JobText.time(clock.instant());
    }

    private String in(Duration time) {
        return JobText.time(clock.instant().plus(time));
    }

    @Override
    public void add(List<Job> jobs, long settled) {
        if (!jobs.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(now(), Long.toString(settled)));
            jobs.forEach(job -> JobText.write(job, arguments));
            redis.run(ADD, arguments);
        }
    }

    @Override
    public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
        List<String> arguments = List.of(now(), in(visibility), type, Integer.toString(most), worker);
        List<ClaimedJob> claims = new ArrayList<>();
        for (Object each : (List<?>) redis.run(CLAIM, arguments)) {
            List<?> values = (List<?>) each;
            claims.add(new ClaimedJob(
                    JobText.read(values, JOB), Long.parseLong(JobText.text(values, 0)), JobText.text(values, 1)));
        }
        return claims;
    }

    @Override
    public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
        List<String> arguments = new ArrayList<>(List.of(in(visibility)));
        claims.forEach(claim -> arguments.addAll(List.of(claim.job().id(), Long.toString(claim.token()))));
        return ids(redis.run(EXTEND, arguments));
    }

    @Override
    public Set<String> end(List<JobEnd> ends) {
        List<String> arguments = new ArrayList<>(List.of(now()));
        for (JobEnd end : ends) {
            Job next = end.next();
            arguments.add(end.claim().job().id());
            arguments.add(Long.toString(end.claim().token()));
            arguments.add(next == null ? "0" : "1");
            if (next != null) {
                JobText.write(next, arguments);
            }
        }
        return ids(redis.run(FINISH, arguments));
    }

    private static Set<String> ids(Object answer) {
        Set<String> ids = new LinkedHashSet<>();
        ((List<?>) answer).forEach(id -> ids.add(String.valueOf(id)));
        return ids;
    }

    @Override
    public JobFigures figures() {
        List<?> counts = (List<?>) redis.run(FIGURES, List.of());
        return new JobFigures(count(counts, 0), count(counts, 1), count(counts, 2));
    }

    private static long count(List<?> counts, int index) {
        return Long.parseLong(JobText.text(counts, index));
    }

    @Override
    public List<QueuedJob> browse(State state, @Nullable String rule, int most) {
        List<String> arguments =
                List.of(state.name().toLowerCase(Locale.ROOT), Integer.toString(most), rule == null ? "" : rule);
        List<QueuedJob> jobs = new ArrayList<>();
        for (Object each : (List<?>) redis.run(BROWSE, arguments)) {
            List<?> values = (List<?>) each;
            jobs.add(new QueuedJob(JobText.read(values, JOB), state, JobText.text(values, 1)));
        }
        return jobs;
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        List<?> found = (List<?>) redis.run(FIND, List.of(id));
        if (found.isEmpty()) {
            return null;
        }
        List<?> values = (List<?>) found.get(1);
        return new QueuedJob(JobText.read(values, JOB), State.valueOf(JobText.text(found, 0)), JobText.text(values, 1));
    }

    @Override
    public String ping() {
        return redis.ping();
    }

    @Override
    public void close() {
        redis.close();
    }
}
