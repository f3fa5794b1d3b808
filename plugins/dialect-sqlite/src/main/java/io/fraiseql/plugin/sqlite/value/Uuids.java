package io.fraiseql.plugin.sqlite.value;

import java.sql.SQLException;

/** UUIDs as 36 characters in any case or as 16 bytes, read into two longs. */
public final class Uuids {

    private static final int TEXT_LENGTH = 36;
    private static final int BLOB_LENGTH = 16;

    private Uuids() {}

    /** Reads a UUID into {@code target[0]} (high) and {@code target[1]} (low). */
    public static void read(Cell cell, long[] target) throws SQLException {
        StorageClass storage = cell.storage();
        if (storage != StorageClass.BLOB && storage != StorageClass.TEXT) {
            throw Misfit.storage(storage, "a UUID");
        }
        read(storage, cell.bytes(), target);
    }

    private static void read(StorageClass storage, byte[] bytes, long[] target) {
        if (storage == StorageClass.BLOB && bytes.length == BLOB_LENGTH) {
            target[0] = bits(bytes, 0);
            target[1] = bits(bytes, 8);
        } else if (storage == StorageClass.TEXT && bytes.length == TEXT_LENGTH) {
            parse(bytes, target);
        } else {
            throw misfit(storage);
        }
    }

    private static long bits(byte[] bytes, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            bits = bits << 8 | (bytes[i] & 0xff);
        }
        return bits;
    }

    private static void parse(byte[] text, long[] target) {
        int digits = 0;
        target[0] = 0;
        target[1] = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (text[i] != '-') {
                    throw misfit(StorageClass.TEXT);
                }
            } else {
                int half = digits++ >> 4;
                target[half] = target[half] << 4 | digit(text[i]);
            }
        }
    }

    private static int digit(byte letter) {
        int value = Character.digit(letter, 16);
        if (value < 0) {
            throw misfit(StorageClass.TEXT);
        }
        return value;
    }

    private static Misfit misfit(StorageClass storage) {
        return Misfit.of("another " + storage, "a UUID, as 36 characters or 16 bytes,");
    }
}
