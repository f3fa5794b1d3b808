package io.fraiseql.core.model;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * When a failed action is tried again.
 *
 * @param maxAttempts how often at most, the first time included
 * @param jitter whether each delay is shortened at random, by up to a half, so that not all come back at once
 */
public record Retry(int maxAttempts, Backoff backoff, Duration initialDelay, Duration maxDelay, boolean jitter) {

    /** What a rule has that says nothing. */
    public static final Retry DEFAULT =
            new Retry(3, Backoff.EXPONENTIAL, Duration.ofMillis(100), Duration.ofSeconds(30), true);

    private static final int MOST_DOUBLINGS = 40;

    /** How the delays grow. */
    public enum Backoff {
        /** Each is twice the one before. */
        EXPONENTIAL,
        /** Each is the initial delay longer. */
        LINEAR,
        /** All are alike. */
        FIXED;

        /** As a rule writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How long to wait.
     *
     * @param failed how many attempts have failed, from 1
     */
    public Duration delay(int failed, RandomGenerator random) {
        long initial = initialDelay.toNanos();
        double grown =
                switch (backoff) {
                    case EXPONENTIAL -> initial * (double) (1L << Math.min(failed - 1, MOST_DOUBLINGS));
                    case LINEAR -> initial * (double) failed;
                    case FIXED -> initial;
                };
        double bounded = Math.min(grown, maxDelay.toNanos());
        return Duration.ofNanos((long) (jitter ? bounded * (1 - random.nextDouble() / 2) : bounded));
    }
}
