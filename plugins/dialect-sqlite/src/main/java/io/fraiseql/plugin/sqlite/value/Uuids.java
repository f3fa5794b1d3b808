package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.jdbc.value.UuidBits;
import java.sql.SQLException;

/** UUIDs as 36 characters or as 16 bytes, read into two longs. */
public final class Uuids {

    private Uuids() {}

    /**
     * Reads a UUID into {@code target[0]} (high) and {@code target[1]} (low).
     *
     * @param oneCase whether a text with letters of both cases is a misfit, because no comparison would find it
     */
    public static void read(Cell cell, boolean oneCase, long[] target) throws SQLException {
        StorageClass storage = cell.storage();
        if (storage != StorageClass.BLOB && storage != StorageClass.TEXT) {
            throw Misfit.of(storage.name(), "a UUID");
        }
        byte[] bytes = cell.bytes();
        if (!read(storage, bytes, target)) {
            throw Misfit.of("another " + storage, "a UUID, as 36 characters or 16 bytes,");
        }
        if (oneCase && storage == StorageClass.TEXT && bothCases(bytes)) {
            throw Misfit.of("a TEXT in both cases", "a UUID in one case, or a column COLLATE NOCASE,");
        }
    }

    private static boolean bothCases(byte[] text) {
        boolean lower = false;
        boolean upper = false;
        for (byte letter : text) {
            lower |= letter >= 'a';
            upper |= letter >= 'A' && letter < 'a';
        }
        return lower && upper;
    }

    private static boolean read(StorageClass storage, byte[] bytes, long[] target) {
        if (storage == StorageClass.BLOB && bytes.length == UuidBits.BINARY_LENGTH) {
            UuidBits.ofBinary(bytes, target);
            return true;
        }
        return storage == StorageClass.TEXT && bytes.length == UuidBits.TEXT_LENGTH && UuidBits.ofText(bytes, target);
    }
}
