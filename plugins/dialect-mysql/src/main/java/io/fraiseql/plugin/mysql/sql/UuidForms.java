package io.fraiseql.plugin.mysql.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;

/** UUIDs as MariaDB's own type, as 16 bytes or as 36 characters in any case. */
final class UuidForms {

    private static final String ELEMENT = "VARCHAR(36)";
    private static final String TO_BYTES = "UNHEX(REPLACE(%, '-', ''))";

    /** MariaDB keeps some versions with their parts swapped and orders by that. */
    private static final Form NATIVE = new Form("%", "CAST(% AS CHAR(36))", "%", "CAST(% AS UUID)", ELEMENT);

    private static final Form BINARY = new Form("%", "%", TO_BYTES, TO_BYTES, ELEMENT);

    private UuidForms() {}

    static Form of(@Nullable SqlType sql) {
        return switch (UuidStorage.of(sql)) {
            case NATIVE -> NATIVE;
            case BINARY -> BINARY;
            case TEXT -> text(sql == null ? null : ExactText.name(sql.collation()));
        };
    }

    /** Under a collation that ignores case the column's own comparison, which has the index, is by value. */
    private static Form text(@Nullable String collation) {
        if (collation != null && collation.endsWith("_ci")) {
            return new Form("%", "%", "%", ExactText.ofColumn(collation), ELEMENT);
        }
        String lower = "LOWER(CONVERT(% USING utf8mb4)) COLLATE utf8mb4_bin";
        return new Form(lower, lower, "%", "% COLLATE utf8mb4_bin", ELEMENT);
    }
}
