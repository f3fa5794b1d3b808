package io.fraiseql.core.event;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one thread, once for however many rings. Thread-safe. */
public final class Bell {

    private final Lock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean here;
    private boolean afar;

    /** From this process. */
    public void ring() {
        ring(false);
    }

    /** From another process. */
    void ringFromAfar() {
        ring(true);
    }

    private void ring(boolean fromAfar) {
        lock.lock();
        try {
            here |= !fromAfar;
            afar |= fromAfar;
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a ring or until the time is up; returns whether this process rang. */
    public boolean await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!here && !afar && left > 0) {
                left = rung.awaitNanos(left);
            }
            boolean fromHere = here;
            here = false;
            afar = false;
            return fromHere;
        } finally {
            lock.unlock();
        }
    }
}
