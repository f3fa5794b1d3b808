package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.Set;

/** What the dialect knows about types. */
final class PostgresTypes {

    static final String LABEL_TREE = "ltree";

    private static final Set<String> PLAIN_TEXT = Set.of("text", "character varying", "varchar");
    private static final Set<String> TEXT_LIKE = Set.of("text", "character varying", "varchar", "name", "\"char\"");
    private static final Set<String> BLANK_PADDED = Set.of("character", "char", "bpchar");
    private static final Set<String> BINARY_COLLATIONS = Set.of("C", "POSIX", "default", "ucs_basic");

    private PostgresTypes() {}

    /** The type to which a value of a column type is cast. */
    static String name(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case INT, BIGINT -> "bigint";
            case FLOAT32 -> "real";
            case FLOAT -> "double precision";
            case DECIMAL -> "numeric";
            case TEXT -> "text";
            case UUID -> "uuid";
            case DATETIME -> "timestamptz";
            case LOCAL_DATETIME -> "timestamp";
            case DATE -> "date";
            case TIME -> "time";
            case DURATION -> "interval";
            case JSON -> "jsonb";
            case BYTES -> "bytea";
        };
    }

    /** The type of a value that is compared with a column, so that the column's own operators and indexes serve. */
    static String against(ColumnType type, @Nullable SqlType column) {
        if (type != ColumnType.TEXT || column == null || TEXT_LIKE.contains(column.type())) {
            return name(type);
        }
        return BLANK_PADDED.contains(column.type()) ? "bpchar" : column.type();
    }

    /** Whether a declared type is {@code text} or read exactly like it. */
    static boolean plainText(@Nullable SqlType sql) {
        return sql != null && !sql.array() && PLAIN_TEXT.contains(sql.type());
    }

    /** Whether the column's own {@code =} on text may hold for different texts: citext, blank-padded, or by its collation. */
    static boolean looseEquality(@Nullable SqlType sql) {
        if (sql == null) {
            return false;
        }
        boolean collated = sql.collation() != null && !BINARY_COLLATIONS.contains(sql.collation());
        return collated || citext(sql) || BLANK_PADDED.contains(sql.type());
    }

    /** Whether a column holds case-insensitive text, from whatever schema. */
    static boolean citext(SqlType sql) {
        return sql.type().equals("citext") || sql.type().endsWith(".citext");
    }

    /** Whether a type's operators are found only by the name of their schema, that of its extension. */
    static boolean operatorsInSchema(@Nullable SqlType sql) {
        return sql != null && sql.type().endsWith("." + LABEL_TREE);
    }

    /** The declared type of an expression, where known. */
    static @Nullable SqlType declared(SqlExpr value) {
        return value instanceof SqlExpr.Column column ? column.sql() : null;
    }

    /** Whether an expression can be null. */
    static boolean nullable(SqlExpr value) {
        return !(value instanceof SqlExpr.Column column) || column.nullable();
    }
}
