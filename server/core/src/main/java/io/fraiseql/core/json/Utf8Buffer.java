package io.fraiseql.core.json;

import java.util.Arrays;

/** A growing array of bytes that answers are written into. Not thread-safe; reused by its owner through {@link #clear}. */
public final class Utf8Buffer {

    private byte[] bytes;
    private int length;

    public Utf8Buffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The bytes written so far are {@code array()[0 .. length())}; valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** How many bytes are written. */
    public int length() {
        return length;
    }

    /** Forgets everything written. */
    public void clear() {
        length = 0;
    }

    /** Forgets what was written after {@code newLength}. */
    public void truncate(int newLength) {
        length = newLength;
    }

    /** Appends one byte. */
    public void write(byte value) {
        ensure(1);
        bytes[length++] = value;
    }

    /** Appends bytes as they are. */
    public void write(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Appends bytes as they are. */
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
