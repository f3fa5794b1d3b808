package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.jdbc.value.UuidBits;
import java.sql.SQLException;

/** UUIDs as 36 characters in any case or as 16 bytes, read into two longs. */
public final class Uuids {

    private Uuids() {}

    /** Reads a UUID into {@code target[0]} (high) and {@code target[1]} (low). */
    public static void read(Cell cell, long[] target) throws SQLException {
        StorageClass storage = cell.storage();
        if (storage != StorageClass.BLOB && storage != StorageClass.TEXT) {
            throw Misfit.of(storage.name(), "a UUID");
        }
        if (!read(storage, cell.bytes(), target)) {
            throw Misfit.of("another " + storage, "a UUID, as 36 characters or 16 bytes,");
        }
    }

    private static boolean read(StorageClass storage, byte[] bytes, long[] target) {
        if (storage == StorageClass.BLOB && bytes.length == UuidBits.BINARY_LENGTH) {
            UuidBits.ofBinary(bytes, target);
            return true;
        }
        return storage == StorageClass.TEXT && bytes.length == UuidBits.TEXT_LENGTH && UuidBits.ofText(bytes, target);
    }
}
