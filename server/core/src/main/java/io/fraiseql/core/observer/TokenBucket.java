package io.fraiseql.core.observer;

import java.util.concurrent.TimeUnit;

/** Lets so many through in a second on average, and as many at once after a pause. One thread. */
final class TokenBucket implements RateLimit {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double perNano;
    private final double most;
    private double tokens;
    private long filled;

    TokenBucket(double perSecond, long now) {
        this.perNano = perSecond / NANOS;
        this.most = Math.max(1, perSecond);
        this.tokens = most;
        this.filled = now;
    }

    @Override
    public int whole(long now) {
        fill(now);
        return (int) tokens;
    }

    @Override
    public long nanosUntilOne(long now) {
        fill(now);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perNano);
    }

    private void fill(long now) {
        tokens = Math.min(most, tokens + (now - filled) * perNano);
        filled = now;
    }

    @Override
    public void take() {
        tokens--;
    }
}
