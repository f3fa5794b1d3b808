package io.fraiseql.server.http;

import io.fraiseql.core.json.Utf8Buffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes whole byte arrays in the gzip format (RFC 1952), deflater and scratch reused. Not thread-safe. */
final class GzipEncoder {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] scratch = new byte[8 << 10];

    GzipEncoder(int level) {
        deflater = new Deflater(level, true);
    }

    /** Replaces the content of {@code target} by the compressed bytes. */
    void encode(byte[] source, int length, Utf8Buffer target) {
        target.clear();
        target.write(HEADER);
        deflater.reset();
        deflater.setInput(source, 0, length);
        deflater.finish();
        while (!deflater.finished()) {
            target.write(scratch, 0, deflater.deflate(scratch));
        }
        checksum.reset();
        checksum.update(source, 0, length);
        littleEndian((int) checksum.getValue(), target);
        littleEndian(length, target);
    }

    private static void littleEndian(int value, Utf8Buffer target) {
        for (int shift = 0; shift < 32; shift += 8) {
            target.write((byte) (value >>> shift));
        }
    }
}
