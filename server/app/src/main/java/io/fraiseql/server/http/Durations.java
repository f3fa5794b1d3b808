package io.fraiseql.server.http;

import java.time.Duration;

/** The checks that the configuration records of this package share. */
final class Durations {

    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    static void requirePositive(String name, Duration value) {
        requireNotNegative(name, value);
        if (value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero");
        }
    }

    static void requireNotNegative(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be between 0s and one day");
        }
    }
}
