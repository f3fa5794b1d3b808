package io.fraiseql.core.event;

import io.fraiseql.spi.error.ErrorType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.state.Claim;
import io.fraiseql.spi.state.StateStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this process may own a cursor, as a state store says, and since when. One thread. */
final class StateLease {

    /** What the store says. */
    enum Answer {
        /** This process may. */
        MINE,
        /** Another one may. */
        OTHERS,
        /** Nothing. */
        NONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(StateLease.class);

    /** Of a lease, before it is asked for again although there is time. */
    private static final int EARLY = 6;
    /** Of a lease, before a store that did not answer is asked again. */
    private static final int PAUSES = 12;

    private final StateStore store;
    private final String key;
    private final String owner;
    private final Duration lease;
    private final Outage outage;
    private long asked;
    private long since;

    StateLease(StateStore store, String cursor, String owner, Duration lease) {
        this.store = store;
        this.key = "cursor:" + cursor;
        this.owner = owner;
        this.lease = lease;
        this.outage = new Outage(
                LOG,
                "the state store does not say who owns the event cursor '" + cursor + "', and is asked again",
                "the state store says again who owns the event cursor '" + cursor + "'");
    }

    /** Asks for the whole lease from now on. */
    Answer claim(long now) {
        asked = now;
        try {
            Claim claim = store.claim(key, owner, lease);
            outage.worked();
            if (claim.outcome() != Claim.Outcome.TAKEN) {
                return Answer.OTHERS;
            }
            since = now;
            return Answer.MINE;
        } catch (FraiseqlException e) {
            if (e.code().type() != ErrorType.UNAVAILABLE) {
                throw e;
            }
            outage.failed(e);
            return Answer.NONE;
        }
    }

    /** When it was last known to be this process's. */
    long since() {
        return since;
    }

    /** Whether it is worth asking for more time. */
    boolean isDue(long now) {
        return now - since >= lease.toNanos() / EARLY && nanosToAsk(now) <= 0;
    }

    /** How long to leave a store alone that did not say; not positive when there is no reason to. */
    long nanosToAsk(long now) {
        return asked == since ? 0 : lease.toNanos() / PAUSES - (now - asked);
    }

    void release() {
        store.release(key, owner);
    }
}
