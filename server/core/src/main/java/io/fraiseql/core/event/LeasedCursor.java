package io.fraiseql.core.event;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A place in the event log that one process at a time moves. Whoever owns it shows that it is alive by a number in its row; who sees that
 * number stand still for the time of the lease, by its own clock, takes the cursor over, so that no two clocks are ever compared. Each
 * owner has a token of its own, and moving the cursor asks for it in the transaction of whatever is done with it: a former owner
 * that wakes up cannot commit. What cannot be rolled back, an owner does only until {@link #nanosToAct} is over. With a {@link StateLease} that says who
 * may own it and for how long; the token stays the row's. One thread, unless said.
 */
public final class LeasedCursor {

    /** The cursor that gives positions. */
    public static final String SEQUENCER = "sequencer";

    private final EventStore store;
    private final String name;
    private final String owner;
    private final long leaseNanos;
    private final LongSupplier nanoClock;
    private final LongSupplier beginning;
    private final @Nullable StateLease lease;
    private final CursorWatch watch;
    private boolean held;
    private long token;
    private long position;
    private long renewed;
    private boolean resumed;
    private volatile long actsUntil;

    /**
     * A cursor that is not held yet.
     *
     * @param owner tells this process from all others, and from its own earlier runs
     * @param lease how long an owner may be silent
     * @param nanoClock as {@link System#nanoTime}
     */
    public LeasedCursor(EventStore store, String name, String owner, Duration lease, LongSupplier nanoClock) {
        this(store, name, owner, lease, nanoClock, () -> 0);
    }

    /** @param beginning where the cursor begins when there is none of its name yet; asked then */
    public LeasedCursor(
            EventStore store,
            String name,
            String owner,
            Duration lease,
            LongSupplier nanoClock,
            LongSupplier beginning) {
        this.store = store;
        this.name = name;
        this.owner = owner;
        this.leaseNanos = lease.toNanos();
        this.nanoClock = nanoClock;
        this.beginning = beginning;
        this.lease = store.lease(name, owner, lease);
        this.watch = new CursorWatch(leaseNanos);
        this.actsUntil = nanoClock.getAsLong();
    }

    /** Whether this process owns it, and has said so within the lease; the database may know better. */
    public boolean held() {
        return held && nanoClock.getAsLong() - renewed < leaseNanos;
    }

    /** The last position that was moved to. */
    public long position() {
        return position;
    }

    /** How long until it is time to {@link #renew}; not positive when it is. */
    public long nanosToFade() {
        long now = nanoClock.getAsLong();
        long left = leaseNanos / 3 - (now - renewed);
        return lease == null ? left : Math.max(left, lease.nanosToAsk(now));
    }

    /**
     * How long this process may still do in the world what another one must not do at the same time; not positive when it may not. Ends a
     * quarter of the lease before another one can own the cursor, so that what is cut off then has ended. Any thread.
     */
    public long nanosToAct() {
        return actsUntil - nanoClock.getAsLong();
    }

    /** Whether it was taken up last from this process itself, so that nobody else has owned it in between. */
    public boolean resumed() {
        return resumed;
    }

    /** Takes it when it is new, given up or silent for too long. Returns whether it is held now. */
    public boolean claim() {
        held = false;
        long now = nanoClock.getAsLong();
        boolean mine = lease != null && lease.claim(now) == StateLease.Answer.MINE;
        CursorState state = store.cursor(name);
        if (state == null) {
            create(now, lease == null || mine);
        } else if (lease == null ? isFree(state, now) : mine) {
            take(state, now);
        }
        return held;
    }

    private boolean isFree(CursorState state, long now) {
        return owner.equals(state.owner()) || watch.isFree(state, now);
    }

    /** @param mine otherwise it begins here without an owner */
    private void create(long now, boolean mine) {
        try {
            long start = beginning.getAsLong();
            store.write(session -> {
                store.cursors.insert.update(session, name, start, owner);
                if (!mine) {
                    store.cursors.release.update(session, name, 1L);
                }
            });
            if (mine) {
                resumed = false;
                own(1, start, now);
            }
        } catch (ConstraintViolation e) {
            held = false;
        }
    }

    private void take(CursorState state, long now) {
        long next = state.token() + 1;
        int[] taken = new int[1];
        store.write(session ->
                taken[0] = store.cursors.claim.update(session, owner, next, name, state.token(), state.beat()));
        if (taken[0] == 1) {
            resumed = owner.equals(state.owner());
            own(next, state.position(), now);
        }
    }

    private void own(long newToken, long at, long now) {
        held = true;
        token = newToken;
        position = at;
        watch.forget();
        renewed(now);
    }

    private void renewed(long now) {
        renewed = lease == null ? now : lease.since();
        actsUntil = renewed + leaseNanos * 3 / 4;
    }

    /** An owner that the store says nothing to goes on for as long as it may act. */
    private void extend(StateLease asked, long now) {
        StateLease.Answer answer = asked.isDue(now) ? asked.claim(now) : StateLease.Answer.NONE;
        if (answer == StateLease.Answer.OTHERS) {
            lost(now);
            throw new LeaseLostException(name);
        }
        if (answer == StateLease.Answer.NONE && nanosToAct() <= 0) {
            held = false;
            throw new FraiseqlException(
                    CoreErrorCode.UNAVAILABLE, "the state store does not say who owns the event cursor '" + name + "'");
        }
    }

    private void lost(long now) {
        held = false;
        actsUntil = now;
    }

    /**
     * Does something and moves the cursor in one transaction.
     *
     * @param body done before the cursor is moved, so that others wait for its row no longer than they must
     * @param to not before {@link #position}
     * @throws LeaseLostException when another process owns it; nothing is kept
     */
    public void move(long to, Consumer<WriteSession> body) {
        long now = nanoClock.getAsLong();
        if (lease != null) {
            extend(lease, now);
        }
        try {
            store.write(session -> {
                body.accept(session);
                if (store.cursors.move.update(session, to, name, token, position) != 1) {
                    throw new LeaseLostException(name);
                }
            });
            position = to;
            renewed(now);
        } catch (LeaseLostException e) {
            lost(now);
            throw e;
        } catch (FraiseqlException e) {
            // It may be moved although the commit failed: claiming it again tells.
            held = false;
            throw e;
        }
    }

    /**
     * Says that its owner is alive.
     *
     * @throws LeaseLostException when another process owns it
     */
    public void renew() {
        move(position, session -> {});
    }

    /** Gives it up, so that others need not wait. */
    public void release() {
        if (held) {
            held = false;
            actsUntil = nanoClock.getAsLong();
            store.write(session -> store.cursors.release.update(session, name, token));
            if (lease != null) {
                lease.release();
            }
        }
    }
}
