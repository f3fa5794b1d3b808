package io.fraiseql.core.cursor;

import io.fraiseql.spi.Nullable;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Reads what {@link PackedValues} writes and trusts nothing in it. */
final class UnpackedValues {

    private static final int LONGEST = 64 * 1024;

    private final ByteBuffer in;

    private UnpackedValues(ByteBuffer in) {
        this.in = in;
    }

    /** Each value as {@link Long}, {@link Double}, {@code byte[]}, {@link UUID} or null; null for a text that is none of ours. */
    static @Nullable List<@Nullable Object> read(String text, PackedValues.Kind kind) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            int length = bytes.length - Integer.BYTES;
            if (!canonical
                    || length < 2
                    || ByteBuffer.wrap(bytes).getInt(length) != PackedValues.checksum(bytes, length)) {
                return null;
            }
            return new UnpackedValues(ByteBuffer.wrap(bytes, 0, length)).values(kind);
        } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException e) {
            return null;
        }
    }

    private @Nullable List<@Nullable Object> values(PackedValues.Kind kind) {
        if (in.get() != PackedValues.VERSION || in.get() != kind.ordinal()) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        while (in.hasRemaining()) {
            values.add(value(in.get()));
        }
        return values;
    }

    private @Nullable Object value(byte tag) {
        return switch (tag) {
            case PackedValues.NULL -> null;
            case PackedValues.LONG -> new BigInteger(bytes(in.get())).longValueExact();
            case PackedValues.DOUBLE -> in.getDouble();
            case PackedValues.BYTES -> bytes(in.getInt());
            case PackedValues.UUID -> new UUID(in.getLong(), in.getLong());
            default -> throw new IllegalArgumentException("no tag " + tag);
        };
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("no length " + length);
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
