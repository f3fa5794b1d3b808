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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        Instant till = clock.instant().plus(visibility).truncatedTo(ChronoUnit.MICROS);
        List<String> arguments = List.of(now(), JobText.time(till), type, Integer.toString(most), worker);
        List<?> answer = (List<?>) redis.run(CLAIM, arguments);
        List<?> jobs = (List<?>) answer.get(0);
        List<?> attempts = (List<?>) answer.get(1);
        List<?> before = (List<?>) answer.get(2);
        long token = (Long) answer.get(3);
        List<ClaimedJob> claims = new ArrayList<>(jobs.size());
        for (int i = 0; i < jobs.size(); i++) {
            Job job = JobText.read((String) jobs.get(i));
            Job claimed = job.later(till, ((Long) attempts.get(i)).intValue(), job.history());
            claims.add(new ClaimedJob(claimed, token + i + 1, (String) before.get(i)));
        }
        return claims;
    }

    @Override
    public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
        List<String> arguments =
                new ArrayList<>(List.of(JobText.time(clock.instant().plus(visibility))));
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
        return new JobFigures((Long) counts.get(0), (Long) counts.get(1), (Long) counts.get(2));
    }

    @Override
    public List<QueuedJob> browse(State state, @Nullable String rule, int most) {
        List<String> arguments =
                List.of(state.name().toLowerCase(Locale.ROOT), Integer.toString(most), rule == null ? "" : rule);
        return ((List<?>) redis.run(BROWSE, arguments))
                .stream().map(each -> shown((List<?>) each)).toList();
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        List<?> found = (List<?>) redis.run(FIND, List.of(id));
        return found.isEmpty() ? null : shown(found);
    }

    private static QueuedJob shown(List<?> values) {
        State state = State.valueOf(((String) values.get(0)).toUpperCase(Locale.ROOT));
        Job job = JobText.read((String) values.get(4));
        Instant runAt = state == State.PENDING ? job.runAt() : JobText.instant(Long.parseLong((String) values.get(3)));
        int attempts = ((Long) values.get(2)).intValue();
        return new QueuedJob(job.later(runAt, attempts, job.history()), state, (String) values.get(1));
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
