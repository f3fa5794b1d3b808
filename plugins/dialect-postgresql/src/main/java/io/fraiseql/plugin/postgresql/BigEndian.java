package io.fraiseql.plugin.postgresql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order, as the wire has them. */
final class BigEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    static short shortAt(byte[] value, int offset) {
        return (short) SHORT.get(value, offset);
    }

    static int intAt(byte[] value, int offset) {
        return (int) INT.get(value, offset);
    }

    static long longAt(byte[] value, int offset) {
        return (long) LONG.get(value, offset);
    }

    /** A signed integer of two, four or eight bytes. */
    static long integer(byte[] value) {
        return switch (value.length) {
            case 2 -> shortAt(value, 0);
            case 4 -> intAt(value, 0);
            default -> longAt(value, 0);
        };
    }
}
