package io.fraiseql.plugin.redis.state;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.plugin.redis.RedisLink;
import io.fraiseql.plugin.redis.RedisUse;
import io.fraiseql.plugin.redis.Script;
import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.Claim.Outcome;
import io.fraiseql.spi.state.Grant;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The state in Redis. Each method is one script. Thread-safe. */
final class RedisState implements StateStore {

    private static final RedisUse USE = new RedisUse("the shared state", "state", "plugins.state-redis.redis");
    private static final Script CLAIM = Script.of(RedisState.class, "claim");
    private static final Script FINISH = Script.of(RedisState.class, "finish");
    private static final Script RELEASE = Script.of(RedisState.class, "release");
    private static final Script TAKE = Script.of(RedisState.class, "take");

    /** What {@code claim.lua} answers instead of the time that is left. */
    private static final long TAKEN = 0;

    private static final long FINISHED = -1;

    private final RedisLink redis;

    private RedisState(RedisLink redis) {
        this.redis = redis;
    }

    /** Opens it; one that does not answer is said to be unavailable until it does. */
    static RedisState open(RedisConfig config) {
        return new RedisState(RedisLink.open(config, USE));
    }

    @Override
    public Claim claim(String key, String holder, Duration lease) {
        long answer = (Long) redis.run(CLAIM, List.of(key, holder, millis(lease)));
        Outcome outcome = answer == TAKEN ? Outcome.TAKEN : answer == FINISHED ? Outcome.FINISHED : Outcome.HELD;
        return new Claim(outcome, Duration.ofMillis(Math.max(0, answer)));
    }

    @Override
    public void finish(String key, Duration kept) {
        redis.run(FINISH, List.of(key, millis(kept)));
    }

    @Override
    public void release(String key, String holder) {
        redis.run(RELEASE, List.of(key, holder));
    }

    @Override
    public Grant take(String bucket, double perSecond, int most) {
        List<String> arguments = List.of(bucket, Double.toString(perSecond), Integer.toString(most));
        List<?> answer = (List<?>) redis.run(TAKE, arguments);
        return new Grant(((Long) answer.get(0)).intValue(), Duration.of((Long) answer.get(1), ChronoUnit.MICROS));
    }

    /** Redis forgets nothing after no time at all. */
    private static String millis(Duration time) {
        return Long.toString(Math.max(1, time.toMillis()));
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
