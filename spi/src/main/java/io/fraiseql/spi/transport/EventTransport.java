package io.fraiseql.spi.transport;

/**
 * Carries the events of the log from the process that reads it to others, and keeps them until they are done. Implemented by plugins; thread-safe. All methods,
 * and those of what they give, may block and throw {@link io.fraiseql.spi.error.FraiseqlException} with a code of type {@code UNAVAILABLE} while the
 * transport cannot be reached; calling again does no harm then.
 */
public interface EventTransport extends AutoCloseable {

    /** The way in. Opens nothing yet. */
    EventSender sender();

    /**
     * The way out.
     *
     * @param arrived called from any thread when there are events to take; must not block
     */
    EventReceiver receiver(Runnable arrived);

    /**
     * Asks for a sign of life.
     *
     * @return product and version
     */
    String ping();

    @Override
    void close();
}
