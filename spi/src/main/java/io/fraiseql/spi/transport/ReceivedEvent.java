package io.fraiseql.spi.transport;

/** An event that a process has to itself for a while. Implemented by plugins; immutable. */
public interface ReceivedEvent {

    /** As it was sent. */
    String content();

    /** The only rule that it is for; empty for all. */
    String rule();

    /** Where it is in the transport; all events of a key are in one partition. */
    EventPlace place();

    /** Whether another process, or this one, may have been given it before. */
    boolean repeated();

    /** Whether it was taken so often, by processes that never said how it went, that it is to be given up. */
    boolean exhausted();

    /** The {@link System#nanoTime} at which it arrived. */
    long arrivedNanos();
}
