package io.fraiseql.spi.database;

/** Takes the bytes of one value. Implemented by the host; called on the thread that reads the cursor. */
@FunctionalInterface
public interface ByteSink {

    /** Consumes {@code length} bytes from {@code offset}; called exactly once per value, the array is not kept. */
    void write(byte[] source, int offset, int length);
}
