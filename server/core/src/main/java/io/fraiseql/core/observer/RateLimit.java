package io.fraiseql.core.observer;

/** How many may start in a second. One thread. */
interface RateLimit {

    /** How many may start now. */
    int whole(long now);

    /** How long until one may; 0 when one may. */
    long nanosUntilOne(long now);

    /** One starts. */
    void take();
}
