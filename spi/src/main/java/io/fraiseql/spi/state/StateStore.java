package io.fraiseql.spi.state;

import java.time.Duration;

/**
 * What all processes on a database know together and may forget. Implemented by plugins; all methods may be called from any thread, may block, and throw
 * {@link io.fraiseql.spi.error.FraiseqlException} with a code of type {@code UNAVAILABLE} while the store cannot be reached. What a method was to do is
 * then done wholly or not at all, and calling it again does no harm. Durations are measured by the store's clock alone, so that no two clocks are ever
 * compared.
 */
public interface StateStore extends AutoCloseable {

    /**
     * Takes something for a while, unless somebody else has it or it is finished. Who has it already has it for that long from now on.
     *
     * @param key what is taken
     * @param holder tells who takes it from everybody else
     */
    Claim claim(String key, String holder, Duration lease);

    /** Notes that something is finished, whoever has it, and remembers it for a while. */
    void finish(String key, Duration kept);

    /** Gives something back that a holder has, so that others need not wait. Does nothing with what is somebody else's, or finished. */
    void release(String key, String holder);

    /**
     * Takes tokens out of a bucket that fills by itself, up to what comes in a second and one at least. It is full at first.
     *
     * @param perSecond how many come in a second
     * @param most how many to take at most, 1 at least
     */
    Grant take(String bucket, double perSecond, int most);

    /**
     * Asks for a sign of life.
     *
     * @return product and version
     */
    String ping();

    @Override
    void close();
}
