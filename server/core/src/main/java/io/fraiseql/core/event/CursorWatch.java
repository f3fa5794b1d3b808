package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;

/** Watches the row of a cursor for signs of life of its owner, by the clock of this process alone. One thread. */
final class CursorWatch {

    private final long leaseNanos;
    private @Nullable CursorState seen;
    private long seenSince;

    /** @param leaseNanos how long an owner may be silent */
    CursorWatch(long leaseNanos) {
        this.leaseNanos = leaseNanos;
    }

    /** Whether nobody owns it, or whoever does has been silent for too long. */
    boolean isFree(CursorState state, long now) {
        if (state.owner() == null) {
            return true;
        }
        if (seen == null || !state.unchangedSince(seen)) {
            seen = state;
            seenSince = now;
            return false;
        }
        return now - seenSince >= leaseNanos;
    }

    /** Begins anew. */
    void forget() {
        seen = null;
    }
}
