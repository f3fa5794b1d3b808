package io.fraiseql.distribution.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, with an end. */
public final class Waiting {

    private Waiting() {}

    /** Whether the condition came true in time. */
    public static boolean until(Duration time, BooleanSupplier condition) {
        return until(time, Duration.ofMillis(5), condition);
    }

    /** The same for a condition that is worth a look only from time to time. */
    public static boolean until(Duration time, Duration period, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(period.toNanos());
        }
        return true;
    }
}
