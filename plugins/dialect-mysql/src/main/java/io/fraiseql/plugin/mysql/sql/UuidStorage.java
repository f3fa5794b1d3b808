package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Locale;

/** How a column stores UUIDs. */
public enum UuidStorage {
    /** MariaDB's own type. */
    NATIVE,
    /** 16 bytes. */
    BINARY,
    /** 36 characters in any case. */
    TEXT;

    /**
     * The storage of a column: what the schema says, else what the declared type implies.
     *
     * @param sql null when nothing is known of it, which is text
     * @throws FraiseqlException {@code MISCONFIGURED} for a storage that is none
     */
    public static UuidStorage of(@Nullable SqlType sql) {
        if (sql == null) {
            return TEXT;
        }
        String declared = sql.type().toLowerCase(Locale.ROOT);
        String storage = sql.storage() == null ? implied(declared) : sql.storage();
        return switch (storage) {
            case "native" -> NATIVE;
            case "binary" -> BINARY;
            case "text" -> TEXT;
            default ->
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "the storage '" + storage
                                + "' of a UUID is unknown on MySQL and MariaDB; write text or binary");
        };
    }

    private static String implied(String declared) {
        if (declared.equals("uuid")) {
            return "native";
        }
        return declared.contains("binary") || declared.contains("blob") ? "binary" : "text";
    }
}
