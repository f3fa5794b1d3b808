package io.fraiseql.core.cursor;

import io.fraiseql.spi.Nullable;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Values packed into one opaque text for clients to hand back: base64url of a version, the kind of text, each value behind a tag, and a checksum,
 * so that an edited text is no text of ours. It hides nothing and proves nothing: what is read back is bound like any other input. One thread.
 */
public final class PackedValues {

    static final byte VERSION = 1;
    static final byte NULL = 0;
    static final byte LONG = 1;
    static final byte DOUBLE = 2;
    static final byte BYTES = 3;
    static final byte UUID = 4;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

    /** Begins a text of a kind. */
    public PackedValues begin(Kind kind) {
        out.reset();
        out.write(VERSION);
        out.write(kind.ordinal());
        return this;
    }

    /** What a text is for. */
    public enum Kind {
        /** A place in the order of a list. */
        CURSOR,
        /** An object anywhere. */
        NODE
    }

    /** Adds a null. */
    public void addNull() {
        out.write(NULL);
    }

    /** Adds an integer. */
    public PackedValues add(long value) {
        out.write(LONG);
        byte[] bytes = BigInteger.valueOf(value).toByteArray();
        out.write(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** Adds a floating-point number, bit by bit. */
    public void add(double value) {
        out.write(DOUBLE);
        eight(Double.doubleToLongBits(value));
    }

    /** Adds a UUID. */
    public void add(long high, long low) {
        out.write(UUID);
        eight(high);
        eight(low);
    }

    /** Adds a text. */
    public PackedValues add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
        return this;
    }

    /** Adds bytes. */
    public void add(byte[] source, int offset, int length) {
        out.write(BYTES);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        out.write(source, offset, length);
    }

    private void eight(long bits) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    /** The text. */
    public byte[] end() {
        byte[] content = out.toByteArray();
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(checksum(content, content.length))
                .array());
        return BASE64.encode(out.toByteArray());
    }

    static int checksum(byte[] content, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, length);
        return (int) checksum.getValue();
    }

    /** Reads a text; null when it is none of this kind and version. */
    public static @Nullable List<@Nullable Object> read(String text, Kind kind) {
        return UnpackedValues.read(text, kind);
    }
}
