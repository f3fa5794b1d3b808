package io.fraiseql.core.observer;

import io.fraiseql.spi.state.Grant;

/**
 * Lets so many through in a second that all processes together stay within a rate: takes a twentieth of a second's worth at a time from what they share.
 * While that cannot be asked, this process keeps to the rate by itself. One thread.
 */
final class SharedBucket implements RateLimit {

    private static final int PARTS = 20;

    private final SharedState shared;
    private final String name;
    private final double perSecond;
    private final TokenBucket own;
    private int granted;
    private boolean alone;
    private long nextGrant;

    /** @param own the rate of this process while it is alone */
    SharedBucket(SharedState shared, String name, double perSecond, TokenBucket own, long now) {
        this.shared = shared;
        this.name = name;
        this.perSecond = perSecond;
        this.own = own;
        this.nextGrant = now;
    }

    @Override
    public int whole(long now) {
        refill(now);
        return alone ? own.whole(now) : granted;
    }

    @Override
    public long nanosUntilOne(long now) {
        refill(now);
        if (alone) {
            return own.nanosUntilOne(now);
        }
        return granted > 0 ? 0 : Math.max(1, nextGrant - now);
    }

    private void refill(long now) {
        if (granted > 0 || nextGrant - now > 0) {
            return;
        }
        int most = (int) Math.max(1, perSecond / PARTS);
        Grant grant = shared.ask(store -> store.take(name, perSecond, most));
        alone = grant == null;
        if (grant != null) {
            granted = grant.tokens();
            nextGrant = now + grant.pause().toNanos();
        }
    }

    @Override
    public void take() {
        if (alone) {
            own.take();
        } else {
            granted--;
        }
    }
}
