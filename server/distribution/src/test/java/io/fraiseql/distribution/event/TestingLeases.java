package io.fraiseql.distribution.event;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.Claim.Outcome;
import io.fraiseql.spi.state.Grant;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A state store that knows claims, by a time that the test moves. */
final class TestingLeases implements StateStore {

    private final AtomicLong nanos;
    private final Map<String, Held> claims = new HashMap<>();
    boolean gone;

    private record Held(String holder, long until) {}

    TestingLeases(AtomicLong nanos) {
        this.nanos = nanos;
    }

    @Override
    public Claim claim(String key, String holder, Duration lease) {
        if (gone) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "gone");
        }
        long now = nanos.get();
        Held held = claims.get(key);
        if (held != null && !held.holder().equals(holder) && held.until() - now > 0) {
            return new Claim(Outcome.HELD, Duration.ofNanos(held.until() - now));
        }
        claims.put(key, new Held(holder, now + lease.toNanos()));
        return new Claim(Outcome.TAKEN, Duration.ZERO);
    }

    @Override
    public void release(String key, String holder) {
        claims.values().removeIf(held -> held.holder().equals(holder));
    }

    @Override
    public void finish(String key, Duration kept) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Grant take(String bucket, double perSecond, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String ping() {
        return "leases";
    }

    @Override
    public void close() {}
}
