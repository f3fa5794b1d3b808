package io.fraiseql.core.request;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks that bytes are UTF-8 as RFC 3629 has it: nothing overlong, no surrogates, nothing above U+10FFFF; and no NUL. */
final class StrictUtf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private StrictUtf8() {}

    static void check(byte[] source, int offset, int length) {
        int end = offset + length;
        int position = offset;
        while (position < end) {
            if (end - position >= 8 && isAscii((long) LONGS.get(source, position))) {
                position += 8;
            } else {
                int size = sequence(source, position, end);
                if (size == 0) {
                    throw new FraiseqlException(
                            CoreErrorCode.BAD_USER_INPUT,
                            "the request is not valid UTF-8 at byte " + (position - offset) + "; send JSON in UTF-8");
                }
                position += size;
            }
        }
    }

    private static boolean isAscii(long eight) {
        return ((eight | ((eight - ONES) & ~eight)) & HIGH_BITS) == 0;
    }

    /** The length of the sequence that begins here, 0 when it is not well-formed or a NUL. */
    private static int sequence(byte[] source, int start, int end) {
        int first = source[start];
        if (first > 0) {
            return 1;
        }
        int lead = first & 0xff;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return follows(source, start + 1, 1, end) ? 2 : 0;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return follows(source, start + 1, 2, end) && isThree(lead, source[start + 1] & 0xff) ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            return follows(source, start + 1, 3, end) && isFour(lead, source[start + 1] & 0xff) ? 4 : 0;
        }
        return 0;
    }

    private static boolean follows(byte[] source, int start, int count, int end) {
        if (end - start < count) {
            return false;
        }
        for (int i = start; i < start + count; i++) {
            if ((source[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isThree(int lead, int second) {
        return lead == 0xE0 ? second >= 0xA0 : lead != 0xED || second < 0xA0;
    }

    private static boolean isFour(int lead, int second) {
        return lead == 0xF0 ? second >= 0x90 : lead != 0xF4 || second < 0x90;
    }
}
