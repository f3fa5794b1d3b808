package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The queue in Redis. Each method is one script, so that a job is always in exactly one place. A Redis that does not answer at first is looked at
 * when it does. Thread-safe.
 */
final class RedisJobs implements JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RedisJobs.class);
    private static final int PORT = 6379;
    /** Where the values of a job begin, behind its token, its worker and its turn. */
    private static final int JOB = 3;

    private final UnifiedJedis redis;
    private final String prefix;
    private final boolean durable;
    private final Clock clock;
    private volatile boolean suitable;

    private RedisJobs(UnifiedJedis redis, RedisQueueConfig config, Clock clock) {
        this.redis = redis;
        this.prefix = "fraiseql:{" + config.name() + "}:";
        this.durable = config.requireDurable();
        this.clock = clock;
    }

    /** Opens it; one that does not answer is said to be unavailable until it does. */
    static RedisJobs open(RedisQueueConfig config, Clock clock) {
        URI url = URI.create(config.url());
        RedisJobs jobs = new RedisJobs(
                RedisClient.builder()
                        .hostAndPort(new HostAndPort(url.getHost(), url.getPort() < 0 ? PORT : url.getPort()))
                        .clientConfig(client(config, url))
                        .build(),
                config,
                clock);
        try {
            jobs.ping();
        } catch (FraiseqlException e) {
            if (e.code() != RedisQueueErrorCode.UNAVAILABLE) {
                jobs.close();
                throw e;
            }
            LOG.error("the queue of jobs in Redis cannot be reached; it is tried again", e);
        }
        return jobs;
    }

    private static DefaultJedisClientConfig client(RedisQueueConfig config, URI url) {
        Secret password = config.password();
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) config.timeout().toMillis())
                .ssl("rediss".equals(url.getScheme()))
                .database(database(url))
                .clientName("fraiseql");
        if (password != null) {
            client.credentialsProvider(() -> new DefaultRedisCredentials(config.user(), password.reveal()));
        }
        return client.build();
    }

    private static int database(URI url) {
        String path = url.getPath();
        return path == null || path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
    }

    private Object run(Script script, List<String> arguments) {
        return call(client -> {
            if (!suitable) {
                requireStillSuitable(client);
            }
            return script.run(client, prefix, arguments);
        });
    }

    /** One that has become unsuitable is as good as gone, until somebody has mended it. */
    private void requireStillSuitable(UnifiedJedis client) {
        try {
            Suitability.ask(client).require(durable);
            suitable = true;
        } catch (FraiseqlException e) {
            throw new FraiseqlException(RedisQueueErrorCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T call(Function<UnifiedJedis, T> body) {
        try {
            return body.apply(redis);
        } catch (JedisException e) {
            // It may be another one when it is back.
            suitable = false;
            throw new FraiseqlException(
                    RedisQueueErrorCode.UNAVAILABLE,
                    "the queue of jobs in Redis does not do what it is asked: " + e.getMessage(),
                    e);
        }
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
            run(Script.ADD, arguments);
        }
    }

    @Override
    public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
        List<String> arguments = List.of(now(), in(visibility), type, Integer.toString(most), worker);
        List<ClaimedJob> claims = new ArrayList<>();
        for (Object each : (List<?>) run(Script.CLAIM, arguments)) {
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
        return ids(run(Script.EXTEND, arguments));
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
        return ids(run(Script.FINISH, arguments));
    }

    private static Set<String> ids(Object answer) {
        Set<String> ids = new LinkedHashSet<>();
        ((List<?>) answer).forEach(id -> ids.add(String.valueOf(id)));
        return ids;
    }

    @Override
    public JobFigures figures() {
        List<?> counts = (List<?>) run(Script.FIGURES, List.of());
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
        for (Object each : (List<?>) run(Script.BROWSE, arguments)) {
            List<?> values = (List<?>) each;
            jobs.add(new QueuedJob(JobText.read(values, JOB), state, JobText.text(values, 1)));
        }
        return jobs;
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        List<?> found = (List<?>) run(Script.FIND, List.of(id));
        if (found.isEmpty()) {
            return null;
        }
        List<?> values = (List<?>) found.get(1);
        return new QueuedJob(JobText.read(values, JOB), State.valueOf(JobText.text(found, 0)), JobText.text(values, 1));
    }

    /** Also says whether Redis is still one in which jobs are safe. */
    @Override
    public String ping() {
        return call(client -> {
            Suitability now = Suitability.ask(client);
            now.require(durable);
            suitable = true;
            return "Redis " + now.version();
        });
    }

    @Override
    public void close() {
        redis.close();
    }
}
