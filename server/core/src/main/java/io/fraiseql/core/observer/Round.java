package io.fraiseql.core.observer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Actions that were started together and that somebody waits for, who need not be woken up for each of them. Thread-safe. */
final class Round {

    /** Nobody waits. */
    static final Round NONE = new Round(0);

    private final CountDownLatch left;
    private volatile boolean over;

    Round(int actions) {
        this.left = new CountDownLatch(actions);
        this.over = actions == 0;
    }

    /** Waits until all have ended or the time is up. How they ended is to be looked at after this. */
    void await(long nanos) {
        try {
            left.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
        }
    }

    /** Says that one has, after how it did can be seen. Returns whether nobody waits for it any longer. */
    boolean ended() {
        left.countDown();
        return over;
    }
}
