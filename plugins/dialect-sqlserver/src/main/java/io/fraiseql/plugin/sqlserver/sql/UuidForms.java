package io.fraiseql.plugin.sqlserver.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWriter;

/**
 * UUIDs as {@code uniqueidentifier}, as 36 characters in any case or as 16 bytes. The first sorts by its last six bytes; to sort as other
 * databases do it is written as text, whose digits are in upper case.
 */
public final class UuidForms {

    private static final String COLLATE = " COLLATE Latin1_General_BIN2";
    private static final String TEXT = "CAST(% AS char(36))" + COLLATE;
    private static final String TEXT_OF_BOUND = "CAST(CAST(% AS uniqueidentifier) AS char(36))" + COLLATE;
    private static final String UPPER = "UPPER(CAST(% AS char(36)))" + COLLATE;
    private static final String BYTES = "CONVERT(binary(16), REPLACE(%, '-', ''), 2)";

    private static final Form NATIVE =
            new Form("%", "CAST(% AS uniqueidentifier)", TEXT, TEXT_OF_BOUND, "%", "uniqueidentifier");
    private static final Form BINARY = new Form("%", BYTES, "%", BYTES, BYTES, "varchar(36)");
    private static final Form CHARACTERS = new Form(UPPER, UPPER, UPPER, UPPER, UPPER, "varchar(36)");

    private UuidForms() {}

    static Form of(@Nullable SqlType sql) {
        return switch (storage(sql)) {
            case "native" -> NATIVE;
            case "binary" -> BINARY;
            case "text" -> CHARACTERS;
            default ->
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "the storage '" + storage(sql)
                                + "' of a UUID is unknown on SQL Server; write text or binary, or use uniqueidentifier");
        };
    }

    /** What makes a bound value, {@code %}, one that a column stores; as text in lower case. */
    static String stored(@Nullable SqlType sql) {
        return switch (storage(sql)) {
            case "binary" -> BYTES;
            case "text" -> "%";
            default -> "CAST(% AS uniqueidentifier)";
        };
    }

    /** Bytes leave as their digits: as {@code uniqueidentifier} some of them would change places. */
    static boolean read(SqlExpr value, @Nullable SqlType sql, SqlWriter out) {
        switch (storage(sql)) {
            case "binary" -> out.text("CONVERT(nvarchar(32), ").node(value).text(", 2)" + ExactText.COLLATE);
            case "text" -> ExactText.write(value, out);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** How a column stores UUIDs: {@code native}, {@code binary}, {@code text}, or what the schema says instead. */
    public static String storage(@Nullable SqlType sql) {
        if (sql == null) {
            return "native";
        }
        if (sql.storage() != null) {
            return sql.storage();
        }
        if (sql.type().endsWith("char")) {
            return "text";
        }
        return sql.type().endsWith("binary") ? "binary" : "native";
    }
}
