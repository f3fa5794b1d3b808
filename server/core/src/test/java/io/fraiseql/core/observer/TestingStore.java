package io.fraiseql.core.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.Grant;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A state store in which no time passes. */
final class TestingStore implements StateStore {

    final Map<String, String> holders = new HashMap<>();
    final Set<String> finished = new HashSet<>();
    int tokens;
    boolean gone;

    private void requireThere() {
        if (gone) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, "gone");
        }
    }

    @Override
    public Claim claim(String key, String holder, Duration lease) {
        requireThere();
        if (finished.contains(key)) {
            return new Claim(Claim.Outcome.FINISHED, Duration.ZERO);
        }
        return holders.computeIfAbsent(key, free -> holder).equals(holder)
                ? new Claim(Claim.Outcome.TAKEN, Duration.ZERO)
                : new Claim(Claim.Outcome.HELD, lease);
    }

    @Override
    public void finish(String key, Duration kept) {
        requireThere();
        finished.add(key);
    }

    @Override
    public void release(String key, String holder) {
        requireThere();
        holders.remove(key, holder);
    }

    @Override
    public Grant take(String bucket, double perSecond, int most) {
        requireThere();
        int taken = Math.min(most, tokens);
        tokens -= taken;
        return new Grant(taken, taken > 0 ? Duration.ZERO : Duration.ofMillis(10));
    }

    @Override
    public String ping() {
        requireThere();
        return "a store";
    }

    @Override
    public void close() {}
}
