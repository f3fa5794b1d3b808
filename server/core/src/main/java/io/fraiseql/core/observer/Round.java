package io.fraiseql.core.observer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Actions that were started together and that somebody waits for, who need not be woken up for each of them. Thread-safe. */
final class Round {

    /** Nobody waits. */
    static final Round NONE = new Round(0, false, false);

    private final CountDownLatch left;
    private final boolean quick;
    private final boolean others;
    private volatile boolean over;

    /**
     * @param actions how many
     * @param quick whether some of them may be repeated, and are done soon
     * @param others whether all of them are waited for, and not only these
     */
    Round(int actions, boolean quick, boolean others) {
        this.left = new CountDownLatch(actions);
        this.quick = quick;
        this.others = others;
        this.over = actions == 0;
    }

    /** Whether some actions are among those that may be repeated. */
    boolean quick() {
        return quick;
    }

    /** Whether a delivery that was started in it is waited for. */
    boolean includes(PendingDelivery delivery) {
        return others || quick && isQuick(delivery);
    }

    static boolean isQuick(PendingDelivery delivery) {
        return delivery.action().repeatable();
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
